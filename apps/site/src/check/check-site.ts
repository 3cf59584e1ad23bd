import { checkBudgets } from "./budgets.ts";
import { checkGlyphs } from "./glyphs.ts";
import { checkLinks, checkTranslations } from "./links.ts";
import { checkLoads, checkPolicies } from "./loads.ts";
import { type Findings, readSiteFacts } from "./site-facts.ts";
import { checkValidity } from "./validity.ts";

/**
 * Check a built site as a whole.
 *
 * @param options.base Path below which it was built.
 * @param options.all Validate the HTML of every profile, not of a sample.
 */
export async function checkSite(dist: string, options: { base: string; all: boolean }): Promise<Findings[]> {
  const site = await readSiteFacts(dist, options.base);
  return [
    checkLinks(site),
    checkTranslations(site),
    await checkLoads(site),
    checkPolicies(site),
    await checkGlyphs(site),
    await checkBudgets(site),
    await checkValidity(site, options.all),
  ];
}
