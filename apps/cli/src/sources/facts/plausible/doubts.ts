import type { SourceException } from "@tributary/core";
import type { IssueList, Place } from "../../issue-list.ts";

/** What is doubted: by which check, of which city, province or column, and in which year if it is about one. */
export interface Doubt {
  check: string;
  of: string;
  year?: number;
}

/** Refuses figures that cannot be right, save those that a source record names as odd and true. */
export class Doubts {
  readonly #issues: IssueList;
  readonly #exceptions: readonly SourceException[];
  readonly #used = new Set<SourceException>();

  constructor(issues: IssueList, exceptions: readonly SourceException[]) {
    this.#issues = issues;
    this.#exceptions = exceptions;
  }

  /** Record what is wrong at a place, unless an exception names it. */
  raise(doubt: Doubt, place: Place, message: string): void {
    const exceptions = this.#find(doubt);
    for (const exception of exceptions) this.#used.add(exception);
    if (exceptions.length === 0)
      this.#issues.error(place, {
        code: "implausible",
        message,
        hint: `if it is right, name it in its source record: exceptions: - ${show(doubt)}`,
      });
  }

  #find(doubt: Doubt): SourceException[] {
    return this.#exceptions.filter(
      ({ check, of, year }) => check === doubt.check && of === doubt.of && year === doubt.year,
    );
  }

  /** Say that what an exception may be of is not published: it is not idle then. */
  skip(doubt: Doubt): void {
    for (const exception of this.#find(doubt)) this.#used.add(exception);
  }

  /** Refuse exceptions that excuse nothing. @param known Whether the figures hold what an exception is of. */
  checkUsed(known: (of: string) => boolean): void {
    for (const exception of this.#exceptions)
      if (!this.#used.has(exception) && known(exception.of))
        this.#issues.error(
          { file: "source records" },
          { code: "idle-exception", message: `${show(exception)} excuses nothing`, hint: "take it out" },
        );
  }
}

function show({ check, of, year }: Doubt): string {
  return `{ check: ${check}, of: "${of}"${year === undefined ? "" : `, year: ${year}`}, reason: … }`;
}
