import type { Lang } from "../lib/lang.ts";
import { type Catalogue, en } from "./en.ts";
import { zh } from "./zh.ts";

const CATALOGUES: Record<Lang, Catalogue> = { en, zh };

/** The texts of a language. */
export const catalogue = (lang: Lang): Catalogue => CATALOGUES[lang];
