import type { DrawTerms, LeverEntry } from "@tributary/scenarios";

/** What the page asks: these levers, seen from this city. Plain data, so that it can be sent to a worker. */
export interface Question {
  /** Code of the city. */
  city: string;
  /** In the order in which they are listed; without those that change nothing. */
  levers: readonly LeverEntry[];
  /** Other settings to set beside these, such as each lever at its least and most. */
  variants?: readonly (readonly LeverEntry[])[];
  /** Draws of intensities to make when all else is there. */
  draws?: DrawTerms;
}
