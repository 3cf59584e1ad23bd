import { example as en } from "../../i18n/en/example.ts";
import { example as zh } from "../../i18n/zh/example.ts";
import type { Lang } from "../lang.ts";

export type ExampleWords = typeof en;

/** Words of the worked example and nothing else: what runs in the browser must not carry every text of the site. */
export const exampleWords = (lang: Lang): ExampleWords => (lang === "zh" ? zh : en);
