import { catalogue } from "../../i18n/catalogue.ts";
import { readRunChecks } from "../../lib/checks.ts";
import type { Lang } from "../../lib/lang.ts";
import { readManifest } from "../../lib/manifest.ts";
import { countUncertain } from "../city/facts.ts";
import type { DocumentView } from "../document.ts";
import { getCountry } from "../release.ts";
import { makeMethodsView } from "./methods.ts";

/** The methods page of the release that is being built. */
export function getMethodsView(lang: Lang): DocumentView {
  const country = getCountry();
  const { summary, cities } = country;
  const { methods: words, terms, example } = catalogue(lang);
  return makeMethodsView({
    lang,
    words,
    terms,
    example,
    manifest: readManifest(),
    summary,
    cities,
    runChecks: readRunChecks(),
    uncertain: countUncertain(country),
  });
}
