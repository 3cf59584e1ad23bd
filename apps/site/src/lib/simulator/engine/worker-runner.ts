import type { FromWorker, ToWorker } from "./messages.ts";
import type { Report } from "./report.ts";
import type { Runner } from "./runner.ts";

/** A question that the worker has not finished with. */
interface Open {
  show(report: Report): void;
  resolve(): void;
  reject(error: Error): void;
}

/** What a worker has to be able to do; tests bring their own. */
export type Port = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** A refusal by the model: its code says which. */
export class ModelRefusal extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Answer in a worker, which loads the model by itself. */
export function makeWorkerRunner(worker: Port, model: string): Runner {
  const open = new Map<number, Open>();
  let last = 0;
  const send = (message: ToWorker) => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const question = open.get(data.id);
    if (data.kind === "report") question?.show(data.report);
    else {
      open.delete(data.id);
      if (data.kind === "done") question?.resolve();
      else question?.reject(new ModelRefusal(data.message, data.code));
    }
  };
  worker.onerror = (event) => {
    for (const { reject } of open.values()) reject(new Error(event.message));
    open.clear();
  };
  send({ kind: "open", model });
  return {
    ask: (question, show) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        open.set(id, { show, resolve, reject });
        send({ kind: "ask", id, question });
      }),
    close: () => worker.terminate(),
  };
}
