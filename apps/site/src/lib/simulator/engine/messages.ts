import type { Question } from "./question.ts";
import type { Report } from "./report.ts";

/** What the page sends to the worker: first where the model is, then questions. */
export type ToWorker = { kind: "open"; model: string } | { kind: "ask"; id: number; question: Question };

/** What the worker sends back. */
export type FromWorker =
  | { kind: "report"; id: number; report: Report }
  | { kind: "done"; id: number }
  | { kind: "failed"; id: number; message: string; code: string };
