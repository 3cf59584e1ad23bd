import type { Question } from "./question.ts";
import type { Report } from "./report.ts";

/** Runs the model, in this thread or in a worker: the page cannot tell which. */
export interface Runner {
  /**
   * Answer a question in stages. A later question ends the answer to an earlier one.
   *
   * @returns When there is nothing more to come: answered to the end, or superseded.
   * @throws {Error} As `Engine.answer`: with a message for whoever set the levers.
   */
  ask(question: Question, show: (report: Report) => void): Promise<void>;
  close(): void;
}

/** What happened to a question that nobody waits for any more. */
export class Superseded extends Error {}
