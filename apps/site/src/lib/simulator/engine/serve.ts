import { InputError, ModelError } from "@tributary/core";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Runner } from "./runner.ts";

/** Do what a message wants and say how it ended: the worker's side of `makeWorkerRunner`. */
export async function serve(
  runner: Promise<Runner>,
  message: Exclude<ToWorker, { kind: "open" }>,
  send: (answer: FromWorker) => void,
): Promise<void> {
  const { id } = message;
  try {
    send({ kind: "done", id, result: await perform(await runner, message, send) });
  } catch (error) {
    send({ kind: "failed", id, ...describe(error) });
  }
}

async function perform(
  runner: Runner,
  message: Exclude<ToWorker, { kind: "open" }>,
  send: (answer: FromWorker) => void,
) {
  if (message.kind === "seek") return runner.seek(message.question, message.lang);
  if (message.kind === "read-link") return runner.readLink(message.link);
  if (message.kind === "write") return runner.write(message.form, message.draft);
  await runner.ask(message.question, (report) => send({ kind: "report", id: message.id, report }));
  return undefined;
}

/** An error without its class, which does not cross threads. */
function describe(error: unknown): { message: string; code: string; problems: string[] } {
  if (error instanceof ModelError) return { message: error.message, code: error.code, problems: [] };
  if (!(error instanceof InputError)) return { message: String(error), code: "", problems: [] };
  const problems = error.issues.map(({ where, message }) => `${where}: ${message}`);
  return { message: error.message, code: error.code, problems };
}
