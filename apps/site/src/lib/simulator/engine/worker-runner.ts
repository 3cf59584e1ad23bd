import type { OpenedLink } from "@tributary/scenarios";
import type { GoalReport } from "./goal.ts";
import type { Asked, FromWorker, ToWorker } from "./messages.ts";
import { toRefusal } from "./model-failure.ts";
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

/** How often a worker that owes an answer is asked whether it still runs, ms, and how often it may say nothing. */
const PAUSE = 5_000;
const SILENCES = 12;

/**
 * Answer in a worker, which loads the model by itself. One that ends says nothing by itself: it is asked.
 *
 * @param model Address of the model file.
 * @param release Hash of the release that the page is of.
 */
export function makeWorkerRunner(worker: Port, model: string, release: string, pause = PAUSE): Runner {
  const open = new Map<number, Open>();
  let last = 0;
  let silences = 0;
  let ended: Error | null = null;
  const post = (message: ToWorker) => worker.postMessage(message);
  const send = (message: Unnumbered<Asked>, show?: Open["show"]) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) return reject(ended);
      const id = ++last;
      open.set(id, { show, resolve, reject });
      post({ ...message, id } as ToWorker);
    });
  const end = () => {
    clearInterval(watch);
    ended = toRefusal("ended");
    for (const { reject } of open.values()) reject(ended);
    open.clear();
  };
  const watch = setInterval(() => {
    silences = open.size === 0 ? 0 : silences + 1;
    if (silences > SILENCES) end();
    else if (silences > 0) post({ kind: "ping" });
  }, pause);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    silences = 0;
    if (data.kind === "pong") return;
    const waiting = open.get(data.id);
    if (data.kind === "report") return waiting?.show?.(data.report);
    open.delete(data.id);
    if (data.kind === "done") waiting?.resolve(data.result);
    else waiting?.reject(new Refusal(data.refused));
  };
  worker.onerror = end;
  post({ kind: "open", model, release });
  return {
    ask: async (question, show) => {
      await send({ kind: "ask", question }, show);
    },
    seek: (question, lang) => send({ kind: "seek", question, lang }) as Promise<GoalReport>,
    readLink: (link) => send({ kind: "read-link", link }) as Promise<OpenedLink>,
    write: (form, draft) => send({ kind: "write", form, draft }) as Promise<string>,
    close() {
      clearInterval(watch);
      worker.terminate();
    },
  };
}
