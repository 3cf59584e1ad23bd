import { Refusal, type Refused } from "./runner.ts";

/**
 * Why there is no model: its file does not come (`silent`) or not whole (`missing`), it is of another release than the page,
 * the browser has no workers, or the one that there was has ended.
 */
const FAILURES = ["silent", "missing", "other-release", "no-worker", "ended"] as const;
export type FailureCode = (typeof FAILURES)[number];

/** A model that cannot be opened or asked, for a reason that the page has words for. */
export class ModelFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string = code) {
    super(message);
    this.code = code;
  }
}

/** The same as it comes from the other thread. */
export const toRefusal = (code: FailureCode): Refusal =>
  new Refusal({ code, text: { en: code, zh: code }, problems: [] });

/** Why there is no model; undefined where something else was refused. */
export const findFailure = ({ code }: Refused): FailureCode | undefined => FAILURES.find((each) => each === code);
