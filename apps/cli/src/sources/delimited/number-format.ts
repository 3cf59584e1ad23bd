import { findCellEnd } from "./split-cells.ts";
import type { TableText } from "./table-text.ts";

/** Marks of thousands, by the words that an option takes for them. */
export const THOUSANDS: Readonly<Record<string, string>> = { ".": ".", ",": ",", space: " ", "'": "'", none: "" };

/** How numbers are written, as somebody states it. */
export interface NumberFormat {
  decimal: "." | ",";
  /** `""` where nothing separates thousands. */
  thousands: string;
}

/** The format of two options, of which one implies the other; `null` where neither is given. */
export function chooseFormat(decimal?: "." | ",", thousands?: string): NumberFormat | null {
  if (decimal === undefined && thousands === undefined) return null;
  return { decimal: decimal ?? (thousands === "." ? "," : "."), thousands: thousands ?? "" };
}

/** Blanks and apostrophes in all the forms that programs write. */
const BLANKS = /[ \u00a0\u2009\u202f]/g;
const APOSTROPHES = /[’ʼ]/g;

/** Reads numbers of a format. */
export class NumberReader {
  readonly #pattern: RegExp;
  readonly #format: NumberFormat;

  constructor(format: NumberFormat) {
    this.#format = format;
    const [decimal, mark] = [format.decimal, format.thousands].map((text) => text.replace(".", "\\."));
    const grouped = mark === "" ? "" : `|\\d{1,3}(?:${mark}\\d{3})+`;
    this.#pattern = new RegExp(`^([+-]?)(\\d+${grouped})?(?:${decimal}(\\d*))?(e[+-]?\\d{1,3})?$`, "i");
  }

  /** The number of a cell; NaN where it is none in this format. */
  parse(text: string): number {
    const plain = text.trim().replace(BLANKS, " ").replace(APOSTROPHES, "'").replace("−", "-");
    const found = this.#pattern.exec(plain);
    if (!found) return Number.NaN;
    const [, sign, whole = "", decimals = "", power = ""] = found;
    if (whole + decimals === "") return Number.NaN;
    const digits = this.#format.thousands === "" ? whole : whole.replaceAll(this.#format.thousands, "");
    return Number(`${sign}${digits || "0"}.${decimals || "0"}${power}`);
  }

  /** As `scanNumbers` does, cell by cell. */
  scan(bytes: Uint8Array, from: number, text: TableText, values: Float64Array): number {
    let count = 0;
    for (let start = from; start <= bytes.length; count++) {
      const end = findCellEnd(bytes, start, text.separator);
      if (count < values.length) values[count] = this.parse(text.show(bytes.subarray(start, end)));
      start = end + 1;
    }
    return count;
  }
}

/** What a cell says of the way in which numbers are written: the options to state for it; `null` where it is plain or no number. */
export function adviseFormat(text: string): string | null {
  const shown = text.trim().replace(BLANKS, " ").replace(APOSTROPHES, "'");
  if (!/^[+-]?\d[\d.,' ]*$/.test(shown)) return null;
  const marks = [...new Set(shown.replace(/[\d+-]/g, ""))].join("");
  const groups = marks.length === 1 && new RegExp(`^[+-]?\\d{1,3}([${marks}]\\d{3})+$`).test(shown);
  const last = shown.match(/[.,](?=\d*$)/)?.[0];
  if (marks === "" || (marks === "." && shown.split(".").length === 2)) return null;
  if (marks === "," && groups && shown.split(",").length === 2) return "--decimal , or --thousands , , as is meant";
  if (groups) return `--thousands ${marks === " " ? "space" : marks === "'" ? '"\'"' : marks}`;
  if (marks === "," && shown.split(",").length === 2) return "--decimal ,";
  const other = [...marks].find((mark) => mark !== last);
  return last && other && marks.length === 2
    ? `--decimal ${last} --thousands ${other === " " ? "space" : other === "'" ? '"\'"' : other}`
    : null;
}
