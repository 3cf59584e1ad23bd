import type { OpenedLink } from "@tributary/scenarios";
import type { GoalReport } from "./goal.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Report } from "./report.ts";
import { Refusal, type Runner } from "./runner.ts";

/** Something that the worker has not finished with. */
interface Open {
  show?: (report: Report) => void;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** What a worker has to be able to do; tests bring their own. */
export type Port = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** A message without its number. */
type Unnumbered<Message> = Message extends { id: number } ? Omit<Message, "id"> : never;

/** Answer in a worker, which loads the model by itself. */
export function makeWorkerRunner(worker: Port, model: string): Runner {
  const open = new Map<number, Open>();
  let last = 0;
  const post = (message: ToWorker) => worker.postMessage(message);
  const send = (message: Unnumbered<ToWorker>, show?: Open["show"]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      open.set(id, { show, resolve, reject });
      post({ ...message, id } as ToWorker);
    });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const waiting = open.get(data.id);
    if (data.kind === "report") return waiting?.show?.(data.report);
    open.delete(data.id);
    if (data.kind === "done") waiting?.resolve(data.result);
    else waiting?.reject(new Refusal(data.refused));
  };
  worker.onerror = (event) => {
    for (const { reject } of open.values()) reject(new Error(event.message));
    open.clear();
  };
  post({ kind: "open", model });
  return {
    ask: async (question, show) => {
      await send({ kind: "ask", question }, show);
    },
    seek: (question, lang) => send({ kind: "seek", question, lang }) as Promise<GoalReport>,
    readLink: (link) => send({ kind: "read-link", link }) as Promise<OpenedLink>,
    write: (form, draft) => send({ kind: "write", form, draft }) as Promise<string>,
    close: () => worker.terminate(),
  };
}
