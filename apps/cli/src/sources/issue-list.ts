import { formatIssue, InputError, type Issue } from "@tributary/core/errors";

/** One place in a text table: `cities.csv:14:va_primary_2012`. Line and column are left out where unknown. */
export interface Place {
  file: string;
  line?: number;
  column?: string;
}

/** What is wrong at a place. */
export type Problem = Pick<Issue, "code" | "message" | "hint">;

/** `file:line:column`, as far as known. */
function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Order in which issues are shown: by file, then by line as a number, then by column. */
function compareIssues(a: Issue, b: Issue): number {
  return (
    a.where.localeCompare(b.where, "en", { numeric: true }) ||
    a.code.localeCompare(b.code) ||
    (a.message < b.message ? -1 : 1)
  );
}

/** Collects every problem found while reading, so that a user sees all of them at once. */
export class IssueList {
  readonly #issues: Issue[] = [];
  readonly #warnings: Issue[] = [];
  readonly #known = new Set<string>();
  readonly #limit: number;

  /** @param limit Problems after which it is no use to read on. */
  constructor(limit = Infinity) {
    this.#limit = limit;
  }

  /** Number of errors so far. */
  get count(): number {
    return this.#issues.length;
  }

  /** Record an error at `place`; the same one is recorded once. */
  error(place: Place, problem: Problem): void {
    const issue: Issue = { severity: "error", where: formatPlace(place), ...problem };
    const key = formatIssue(issue);
    // Blocks of one sheet share its headings, and with them what is wrong there.
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#issues.push(issue);
  }

  /** Record what is odd at `place` but does not stop. */
  warn(place: Place, problem: Problem): void {
    this.#warnings.push({ severity: "warning", where: formatPlace(place), ...problem });
  }

  /** All warnings, in the order of {@link compareIssues}. */
  get warnings(): Issue[] {
    return this.#warnings.toSorted(compareIssues);
  }

  /** All errors, in the order of {@link compareIssues}. */
  sorted(): Issue[] {
    return this.#issues.toSorted(compareIssues);
  }

  /**
   * Refuse to go on where anything was found.
   *
   * @throws {InputError} `code`, with all issues sorted.
   */
  refuse(code: string, headline: string): void {
    if (this.count === 0) return;
    const issues = this.sorted();
    const files = new Set(issues.map(({ where }) => where.split(/[:!]/)[0])).size;
    throw new InputError(code, `${headline}: ${count(issues.length, "problem")} in ${count(files, "file")}.`, issues);
  }

  /**
   * Refuse to read on where there are as many problems as are wanted.
   *
   * @throws {InputError} `too-many-errors`, with the issues found so far, sorted.
   */
  stopIfFull(): void {
    if (this.count < this.#limit) return;
    this.refuse("too-many-errors", `Reading stopped at ${count(this.#limit, "problem")} (--max-errors)`);
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
