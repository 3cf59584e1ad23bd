import { InputError } from "@tributary/core";
import { loadModel } from "../model-file/load-model.ts";
import { Engine } from "./engine.ts";
import { makeLocalRunner, yieldThread } from "./local-runner.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Runner } from "./runner.ts";

/* The thread in which the model runs: opens it, then answers whatever was asked last. */
const send = (message: FromWorker) => postMessage(message);
let runner: Promise<Runner> | undefined;

const open = async (model: string): Promise<Runner> =>
  makeLocalRunner(new Engine((await loadModel(model)).openBaseline(), yieldThread));

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") {
    runner = open(data.model);
    return;
  }
  const { id, question } = data;
  try {
    await (await runner)!.ask(question, (report) => send({ kind: "report", id, report }));
    send({ kind: "done", id });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ kind: "failed", id, message, code: error instanceof InputError ? error.code : "" });
  }
};
