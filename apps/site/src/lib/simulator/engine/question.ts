/** One lever of a scenario: its id, beside it its settings, as a scenario file has them. */
export interface LeverEntry {
  lever: string;
  [setting: string]: unknown;
}

/** What the page asks: these levers, seen from this city. Plain data, so that it can be sent to a worker. */
export interface Question {
  /** Code of the city. */
  city: string;
  /** In the order in which they are listed; without those that change nothing. */
  levers: readonly LeverEntry[];
}
