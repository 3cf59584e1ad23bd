import highs from "highs/runtime?url";
import { loadModel } from "../model-file/load-model.ts";
import { Desk } from "./desk.ts";
import { Engine } from "./engine.ts";
import { makeLocalRunner, yieldThread } from "./local-runner.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Runner } from "./runner.ts";
import { serve } from "./serve.ts";

/* The thread in which the model runs: opens it, then does whatever was asked for last. */
let runner: Promise<Runner> | undefined;

async function open(url: string, release: string): Promise<Runner> {
  const { about, axes, openBaseline } = await loadModel(url, release);
  const engine = new Engine(openBaseline(), yieldThread);
  return makeLocalRunner(engine, new Desk({ release: about.id, year: about.years.at(-1)! }, axes, engine), {
    locateFile: () => highs,
  });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "ping") postMessage({ kind: "pong" } satisfies FromWorker);
  else if (data.kind === "open") runner = open(data.model, data.release);
  else serve(runner!, data, (answer) => postMessage(answer));
};
