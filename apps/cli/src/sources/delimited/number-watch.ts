import type { IssueList, Place } from "../issue-list.ts";
import type { BlockRow } from "../tables/block.ts";

const [DOT, SPAN] = [46, 1000];
/** What may be a number with dots between thousands as well as one with three decimals. */
const EITHER = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const SHORT = /^[+-]?\d{1,3}$/;

/**
 * Looks whether dots in numbers are surely decimal points: `1.250` may be 1250. They are not if every number with a dot
 * has three digits behind it, and none without has more than three.
 */
export class NumberWatch {
  #isPlain = false;
  #count = 0;
  readonly #first = new Map<string, { place: Place; text: string }>();

  /** Look at a row, unless it is clear already. @param bytes Its line. @param listTexts Its cells. */
  look(file: string, bytes: Uint8Array, { values, placeOf }: BlockRow, listTexts: () => readonly string[]): void {
    if (this.#isPlain) return;
    this.#isPlain = values.some((value) => Math.abs(value) >= SPAN || (value !== 0 && Math.abs(value) < 1));
    if (this.#isPlain || !bytes.includes(DOT)) return;
    const texts = listTexts();
    for (let column = 0; column < values.length && !this.#isPlain; column++) {
      const text = texts[column];
      if (EITHER.test(text)) {
        this.#count++;
        if (!this.#first.has(file)) this.#first.set(file, { place: { file: placeOf(column) }, text });
      } else if (Number.isFinite(values[column]) && !SHORT.test(text)) this.#isPlain = true;
    }
  }

  /** Record the first ambiguous number of each file, where all were. */
  settle(issues: IssueList): void {
    if (this.#isPlain) return;
    for (const { place, text } of this.#first.values())
      issues.error(place, {
        code: "ambiguous-number",
        message: `"${text}" may be ${Number(text)} or ${text.replace(".", "")}: each of the ${this.#count} numbers with a dot has three digits behind it, and none without has more than three`,
        hint: "state --decimal . or --thousands .",
      });
  }
}
