import { catalogue } from "../i18n/catalogue.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas } from "./chart-data.ts";
import type { Country } from "./city/facts.ts";
import { hashView } from "./rounding.ts";

/** All cities of a release in one language, for the charts that show them all. */
export function makeAtlas({ cities, names, summary }: Country, lang: Lang): Atlas {
  const atlas = {
    cities: cities.map(({ code, lon, lat }) => ({ name: names[lang].get(code)!, lon, lat })),
    points: cities.map(({ code, mitigation }) => ({
      name: names[lang].get(code)!,
      class: mitigation.class,
      local: mitigation.local,
      outsourced: mitigation.outsourced,
    })),
    classes: catalogue(lang).terms.regions,
    counts: summary.classCounts,
    years: summary.years,
  };
  return { ...atlas, hash: hashView(atlas) };
}
