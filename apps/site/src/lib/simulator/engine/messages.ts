import type { OpenedLink } from "@tributary/scenarios";
import type { Lang } from "../../lang.ts";
import type { ScenarioDraft } from "../share/scenario.ts";
import type { Form } from "./desk.ts";
import type { GoalQuestion, GoalReport } from "./goal.ts";
import type { Question } from "./question.ts";
import type { Report } from "./report.ts";
import type { Refused } from "./runner.ts";

/** What the page sends to the worker: first where the model is and of which release, then what it wants, under a number. */
export type ToWorker = { kind: "open"; model: string; release: string } | { kind: "ping" } | Asked;

/** What is answered under the same number. */
export type Asked =
  | { kind: "ask"; id: number; question: Question }
  | { kind: "seek"; id: number; question: GoalQuestion; lang: Lang }
  | { kind: "read-link"; id: number; link: string }
  | { kind: "write"; id: number; form: Form; draft: ScenarioDraft };

/** What the worker sends back, under the same number: reports until the end, then how it ended; or that it still runs. */
export type FromWorker =
  | { kind: "pong" }
  | { kind: "report"; id: number; report: Report }
  | { kind: "done"; id: number; result: OpenedLink | GoalReport | string | undefined }
  | { kind: "failed"; id: number; refused: Refused };
