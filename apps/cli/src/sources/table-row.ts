import type { IssueList, Problem } from "./issue-list.ts";

/** What a figure must be; the default is any finite number. */
export interface NumberRule {
  /** `positive`: > 0; `not-negative`: ≥ 0. */
  sign?: "positive" | "not-negative";
  min?: number;
  max?: number;
  /** What to do about a figure outside `min` to `max`. */
  hint?: string;
}

const OR_EMPTY = ", or leave the cell empty where nothing is published";
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** One line of a text table. Every reader records an issue at its cell and returns `null` where it finds no value. */
export class TableRow {
  readonly file: string;
  readonly line: number;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #issues: IssueList;

  constructor(file: string, line: number, cells: ReadonlyMap<string, string>, issues: IssueList) {
    this.file = file;
    this.line = line;
    this.#cells = cells;
    this.#issues = issues;
  }

  /** Record a problem with the cell in `column`. */
  refuse(column: string, problem: Problem): null {
    this.#issues.error({ file: this.file, line: this.line, column }, problem);
    return null;
  }

  /** The text of a cell, `""` where it is empty. */
  text(column: string): string {
    return this.#cells.get(column) ?? "";
  }

  /** The text of a cell that may not be empty. */
  requiredText(column: string): string | null {
    return (
      this.text(column) || this.refuse(column, { code: "empty", message: "is empty", hint: "a value is required here" })
    );
  }

  /** The text of a cell that must have the form of `pattern`, described by `form`. */
  code(column: string, pattern: RegExp, form: string): string | null {
    const text = this.requiredText(column);
    if (text === null || pattern.test(text)) return text;
    return this.refuse(column, { code: "bad-code", message: `"${text}" is not ${form}` });
  }

  /** A figure that may be missing: an empty cell is `null` without an issue. */
  optionalNumber(column: string, rule: NumberRule = {}): number | null {
    return this.text(column) === "" ? null : this.#readNumber(column, rule, OR_EMPTY);
  }

  /** A figure that must be there. Text such as `NaN`, `n.a.`, `-` or `1,234` is refused, never read as zero. */
  number(column: string, rule: NumberRule = {}): number | null {
    return this.requiredText(column) === null ? null : this.#readNumber(column, rule, "");
  }

  #readNumber(column: string, rule: NumberRule, hint: string): number | null {
    const text = this.text(column);
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value))
      return this.refuse(column, {
        code: "not-finite",
        message: `not a number "${text}"`,
        hint: `${hintForText(text)}${hint}`,
      });
    return this.#checkRange(column, value, rule, hint);
  }

  #checkRange(
    column: string,
    value: number,
    { sign, min, max, hint: advice }: NumberRule,
    hint: string,
  ): number | null {
    if (sign === "not-negative" && value < 0)
      return this.refuse(column, {
        code: "negative",
        message: `${value} is negative`,
        hint: `must be 0 or more${hint}`,
      });
    if (sign === "positive" && value <= 0)
      return this.refuse(column, {
        code: "not-positive",
        message: `${value} is not above 0`,
        hint: `must be above 0${hint}`,
      });
    if (value < (min ?? value) || value > (max ?? value))
      return this.refuse(column, {
        code: "out-of-range",
        message: `${value} is outside ${min} to ${max}`,
        hint: advice,
      });
    return value;
  }
}

function hintForText(text: string): string {
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return `write it without separators: ${text.replaceAll(",", "")}`;
  if (text.endsWith("%")) return "write it without the percent sign, as a share of 1";
  return "write a plain number";
}
