import { MOST_DRAWS } from "@tributary/scenarios";
import { InvalidArgumentError } from "commander";
import { askNear } from "../did-you-mean.ts";
import { THOUSANDS } from "../sources/delimited/number-format.ts";
import { PARTS, type Part } from "../sources/tables/block.ts";

/** A whole number above 0. */
export function parseCount(typed: string): number {
  if (/^[1-9]\d*$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("A whole number above 0 is needed.");
}

/** As many draws as a scenario may ask for, or none. */
export function parseDraws(typed: string): number {
  if (/^\d{1,9}$/.test(typed) && Number(typed) <= MOST_DRAWS) return Number(typed);
  throw new InvalidArgumentError(`A whole number from 0 to ${MOST_DRAWS} is needed.`);
}

/** A whole number of at most 32 bits, as in scenario files. */
export function parseSeed(typed: string): number {
  if (/^\d{1,10}$/.test(typed) && Number(typed) < 2 ** 32) return Number(typed);
  throw new InvalidArgumentError(`A whole number from 0 to ${2 ** 32 - 1} is needed.`);
}

/** A year of four digits. */
export function parseYear(typed: string): number {
  if (/^(19|20|21)\d\d$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("A year of four digits is needed, such as 2017.");
}

/** An amount above 0. */
export function parseAmount(typed: string): number {
  const amount = /^\d+(\.\d+)?(e\d+)?$/i.test(typed) ? Number(typed) : 0;
  if (amount > 0) return amount;
  throw new InvalidArgumentError("An amount above 0 is needed, such as 8.3e9.");
}

/** A share from 0 to 1. */
export function parseShare(typed: string): number {
  if (/^(0|1|0?\.\d+|1\.0+)$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("A share from 0 to 1 is needed, such as 0.5.");
}

/** An encoding in which digits, separators and line ends are bytes of their own. */
export function parseEncoding(typed: string): string {
  const encoding = findEncoding(typed);
  if (encoding && !encoding.startsWith("utf-16")) return encoding;
  throw new InvalidArgumentError(
    encoding
      ? "Tables are not read in UTF-16; save the file as CSV UTF-8."
      : "The name of an encoding is needed, such as utf-8, gb18030 or big5.",
  );
}

/** A mark between thousands, by its sign or word. */
export function parseThousands(typed: string): string {
  const mark = THOUSANDS[typed] ?? (typed === " " ? " " : undefined);
  if (mark !== undefined) return mark;
  throw new InvalidArgumentError(`One of ${Object.keys(THOUSANDS).join(" ")} is needed.`);
}

function findEncoding(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** Parts of a table with commas between. */
export function parseParts(typed: string): Part[] {
  return typed.split(",").map((text) => {
    const part = PARTS.find((candidate) => candidate === text.trim());
    if (part) return part;
    throw new InvalidArgumentError(`${askNear(text, PARTS)} Some of ${PARTS.join(", ")}.`.trim());
  });
}

/** Values of an option that may be given more than once. */
export function collect(typed: string, before: string[] | undefined): string[] {
  return [...(before ?? []), typed];
}

const NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)";

/** `id=min:max`, collected by id. */
export function collectBounds(typed: string, before?: ReadonlyMap<string, { min: number; max: number }>) {
  const [, id, min, max] = new RegExp(`^([^=]+)=(${NUMBER}):(${NUMBER})$`).exec(typed) ?? [];
  if (id === undefined || Number(min) > Number(max))
    throw new InvalidArgumentError("A lever with its bounds is needed, such as clean-electricity=-40:0.");
  return new Map([...(before ?? []), [id, { min: Number(min), max: Number(max) }]]);
}

/** `id=number`, collected by id. */
export function collectWeights(typed: string, before?: ReadonlyMap<string, number>): Map<string, number> {
  const [, id, weight] = new RegExp(`^([^=]+)=(${NUMBER})$`).exec(typed) ?? [];
  if (id === undefined)
    throw new InvalidArgumentError("A lever with its weight is needed, such as clean-electricity=2.");
  return new Map([...(before ?? []), [id, Number(weight)]]);
}
