import { explorer as en } from "../../i18n/en/explorer.ts";
import { terms as enTerms } from "../../i18n/en/terms.ts";
import { explorer as zh } from "../../i18n/zh/explorer.ts";
import { terms as zhTerms } from "../../i18n/zh/terms.ts";
import type { Lang } from "../lang.ts";

export type ExplorerWords = typeof en;
export type ExplorerTerms = Pick<typeof enTerms, "classes" | "groups">;

/** Words of the explorer and nothing else: what runs in the browser must not carry every text of the site. */
export const explorerWords = (lang: Lang): ExplorerWords => (lang === "zh" ? zh : en);

/** Names of classes and groups. */
export const explorerTerms = (lang: Lang): ExplorerTerms => (lang === "zh" ? zhTerms : enTerms);
