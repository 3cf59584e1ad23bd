import { compare as en } from "../../i18n/en/compare.ts";
import { compare as zh } from "../../i18n/zh/compare.ts";
import type { Lang } from "../lang.ts";

export type CompareWords = typeof en;

/** Words of the comparison and nothing else: what runs in the browser must not carry every text of the site. */
export const compareWords = (lang: Lang): CompareWords => (lang === "zh" ? zh : en);
