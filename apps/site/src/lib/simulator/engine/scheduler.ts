import type { Question } from "./question.ts";
import type { Report } from "./report.ts";
import type { Runner } from "./runner.ts";

/** Where the answers of a scheduler go. */
export interface Sink {
  /** A report on the question that was set last; never on another. */
  show(question: Question, report: Report): void;
  /** The question that was set last cannot be answered. */
  fail(question: Question, error: unknown): void;
}

/** Puts the latest question to the runner, and only that. */
export interface Scheduler {
  /** The controls stand like this now. */
  set(question: Question): void;
}

/**
 * Coalesce what a moving control asks: while a first report is on its way, later questions wait, and only the last of
 * them is asked. Reports on a question that no longer stands are dropped.
 *
 * @see SDEverywhere's scheduler, of which this keeps the rule that the last value wins.
 */
export function makeScheduler(runner: Runner, sink: Sink): Scheduler {
  let current: Question | undefined;
  let waiting = false;
  let asked: Question | undefined;

  const ask = (question: Question) => {
    asked = question;
    waiting = true;
    runner
      .ask(question, (report) => hear(question, report))
      .then(
        () => rest(question),
        (error: unknown) => {
          if (question === current) sink.fail(question, error);
          rest(question);
        },
      );
  };
  const hear = (question: Question, report: Report) => {
    if (question !== current) return rest(question);
    waiting = false;
    sink.show(question, report);
  };
  /** The runner is free, or has nothing of interest to say: on with what has come meanwhile. */
  const rest = (question: Question) => {
    if (question !== asked) return;
    waiting = false;
    if (current !== undefined && current !== asked) ask(current);
  };
  return {
    set(question) {
      current = question;
      if (!waiting) ask(question);
    },
  };
}
