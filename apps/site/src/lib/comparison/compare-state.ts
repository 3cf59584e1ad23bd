import { AddressReader, type Problem } from "../address.ts";

/** Most cities that are compared at once. */
export const MOST = 4;

/** What is wrong with a part of the address. */
export interface CompareProblem extends Problem {
  name: "unknown" | "twice" | "too-many";
}

/** Read the cities to compare from an address: known codes, each once, at most four; everything else is reported. */
export function parseComparison(
  params: URLSearchParams,
  known: ReadonlySet<string>,
): { codes: string[]; problems: CompareProblem[] } {
  const address = new AddressReader(params);
  const codes: string[] = [];
  for (const part of (params.get("c") ?? "").split(/[,，]/)) {
    const code = part.trim();
    if (code === "") continue;
    if (!known.has(code)) address.refuse("unknown", code);
    else if (codes.includes(code)) address.refuse("twice", code);
    else if (codes.length === MOST) address.refuse("too-many", code);
    else codes.push(code);
  }
  return { codes, problems: address.problems as CompareProblem[] };
}

/** The query part of an address for cities; commas stay readable. */
export const formatComparison = (codes: readonly string[]): string =>
  codes.length === 0 ? "" : `?c=${codes.join(",")}`;
