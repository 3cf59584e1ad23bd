import type { OpenedLink, Text } from "@tributary/scenarios";
import type { Lang } from "../../lang.ts";
import type { ScenarioDraft } from "../share/scenario.ts";
import type { Form } from "./desk.ts";
import type { GoalQuestion, GoalReport } from "./goal.ts";
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
  /** As `Engine.seek`. */
  seek(question: GoalQuestion, lang: Lang): Promise<GoalReport>;
  /** As `Desk.readLink`. */
  readLink(link: string): Promise<OpenedLink>;
  /** As `Desk.write`. */
  write(form: Form, draft: ScenarioDraft): Promise<string>;
  close(): void;
}

/** What happened to a question that nobody waits for any more. */
export class Superseded extends Error {}

/** What is wrong, by which code, and every problem in a line of its own, in both languages. Plain data. */
export interface Refused {
  /** Empty where it was no refusal but a fault. */
  code: string;
  text: Text;
  problems: readonly Text[];
}

/** A refusal on the page's side of the threads. */
export class Refusal extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.text.en);
    this.refused = refused;
  }
}
