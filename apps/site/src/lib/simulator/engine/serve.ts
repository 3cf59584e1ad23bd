import { ModelError } from "@tributary/core";
import { ScenarioError, sayModelError, type Text } from "@tributary/scenarios";
import type { Asked, FromWorker } from "./messages.ts";
import { ModelFailure } from "./model-failure.ts";
import type { Refused, Runner } from "./runner.ts";

/** Do what a message wants and say how it ended: the worker's side of `makeWorkerRunner`. */
export async function serve(
  runner: Promise<Runner>,
  message: Asked,
  send: (answer: FromWorker) => void,
): Promise<void> {
  const { id } = message;
  try {
    send({ kind: "done", id, result: await perform(await runner, message, send) });
  } catch (error) {
    send({ kind: "failed", id, refused: describe(error) });
  }
}

async function perform(runner: Runner, message: Asked, send: (answer: FromWorker) => void) {
  if (message.kind === "seek") return runner.seek(message.question, message.lang);
  if (message.kind === "read-link") return runner.readLink(message.link);
  if (message.kind === "write") return runner.write(message.form, message.draft);
  await runner.ask(message.question, (report) => send({ kind: "report", id: message.id, report }));
  return undefined;
}

/** An error without its class, which does not cross threads. */
function describe(error: unknown): Refused {
  if (error instanceof ModelError) return { code: error.code, text: sayModelError(error), problems: [] };
  if (error instanceof ModelFailure) return { code: error.code, text: both(error.message), problems: [] };
  if (!(error instanceof ScenarioError)) return { code: "", text: both(String(error)), problems: [] };
  const problems = error.told.map(({ where, text }) => ({ en: `${where}: ${text.en}`, zh: `${where}：${text.zh}` }));
  return { code: error.code, text: error.text, problems };
}

const both = (text: string): Text => ({ en: text, zh: text });
