import { map as en } from "../../i18n/en/map.ts";
import { map as zh } from "../../i18n/zh/map.ts";
import type { Lang } from "../lang.ts";

export type MapWords = typeof en;

/** Words of the map and nothing else: what runs in the browser must not carry every text of the site. */
export const mapWords = (lang: Lang): MapWords => (lang === "zh" ? zh : en);
