import type { Stressor } from "@tributary/core";
import { catalogue } from "../../i18n/catalogue.ts";
import type { Catalogue } from "../../i18n/en.ts";
import { emissions } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { mitigated } from "../compare.ts";
import { formatAmounts } from "../tables/amounts.ts";

/** The words that moves are told in, and how amounts are printed. */
export interface Telling {
  lang: Lang;
  /** What the figures of imported tables are of; null for the open estimate. */
  stressor: Stressor | null;
  words: Catalogue["revision"];
  changelog: Catalogue["changelog"];
  terms: Catalogue["terms"];
  amount(value: number): string;
  mitigation(value: number): string;
}

/**
 * How a release tells what moved.
 *
 * @param stressor What the figures of imported tables are of; null for the open estimate.
 */
export function tellRevision(lang: Lang, stressor: Stressor | null): Telling {
  const { revision, changelog, terms, tables } = catalogue(lang);
  if (stressor === null) {
    const amount = (tonnes: number) => emissions(tonnes, lang);
    const mitigation = (tonnes: number) => terms.mitigated(mitigated(tonnes, lang));
    return { lang, stressor, words: revision, changelog, terms, amount, mitigation };
  }
  const amount = (value: number) => formatAmounts([value], stressor, lang).text(value);
  const words = { ...revision, ...tables.revision };
  return { lang, stressor, words, changelog: { ...changelog, ...tables.changelog }, terms, amount, mitigation: amount };
}
