import type { RunSummary } from "@tributary/core";

/** Why a unit is not in the table. */
export type LeftOutReason = RunSummary["leftOut"][number]["reason"];

/** One entry of the index of places: a city with a profile, or a unit that is not in the table. */
export interface Place {
  code: string | null;
  /** Path of its profile, null for what is not in the table. */
  path: string | null;
  en: string;
  zh: string;
  /** Full Chinese name with its rank, 长沙市. */
  fullZh: string;
  /** Syllables without tones: "chang sha". */
  pinyin: string;
  province: { en: string; zh: string };
  reason: LeftOutReason | null;
  /** Codes and names of other years. */
  others?: string[];
}

/** The place of a unit that is not in the table on the page that says why. */
export const anchorOf = ({ code, en }: Pick<Place, "code" | "en">): string =>
  code ?? en.toLowerCase().replaceAll(/[^a-z]+/g, "-");
