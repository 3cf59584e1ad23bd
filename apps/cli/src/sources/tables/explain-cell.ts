import { parseNumber } from "./number-text.ts";

/** What is wrong with a cell that holds no number, and what to do. */
interface Explanation {
  message: string;
  hint: string;
}

const UNKNOWN = "a figure that is not known has to be estimated; write 0 only where it is known to be 0";
/** What stands in place of a number, in the order in which it is tried, and what to do about it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^date /, "a date hides the number: give the cell the format of a number and enter it anew"],
  [
    /^\d{4}-\d\d?-\d\d?$|^\d\d?[/.]\d\d?[/.]\d{2,4}$|^\d\d?-[a-z]{3,}$|^[a-z]{3,}-\d\d$/i,
    "enter it anew: the spreadsheet has made a date of a number",
  ],
  [/^formula /, "open the workbook in a spreadsheet program and save it: its formulas have no values yet"],
  [/^#+$/, "the column was too narrow when the file was saved: widen it and save again"],
  [/^#/, "mend the formula, or put its value in its place"],
  [
    /^[+\-−(]?\d[\d.,'’\s]*\)?[-−]?$|^−/,
    "write numbers plainly, such as -1234.5: no separators of thousands, a point before decimals, no brackets; or state --decimal and --thousands",
  ],
];

/** Say of a cell without a number what stands there, and what to do. */
export function explainCell(text: string): Explanation {
  const shown = text.trim();
  if (shown === "") return { message: "empty cell", hint: UNKNOWN };
  const bytes = Buffer.from(shown);
  if (Number.isFinite(parseNumber(bytes, 0, bytes.length)))
    return {
      message: `a text that looks like a number "${shown}"`,
      hint: "convert the cell to a number, and save again",
    };
  return { message: `not a number "${text}"`, hint: HINTS.find(([pattern]) => pattern.test(shown))?.[1] ?? UNKNOWN };
}
