import { catalogue } from "../i18n/catalogue.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas } from "./chart-data.ts";
import type { Country } from "./city/facts.ts";
import { hashView } from "./hash-view.ts";

/** All cities of a release in one language, for the charts that show them all. */
export function makeAtlas({ cities, names, summary }: Country, lang: Lang): Atlas {
  const atlas = {
    cities: cities.map(({ lon, lat }) => ({ lon, lat })),
    points: cities.map(({ mitigation }) => ({
      class: mitigation.class,
      local: mitigation.local,
      outsourced: mitigation.outsourced,
    })),
    classes: catalogue(lang).terms.regions,
    counts: summary.classCounts,
    years: summary.years,
  };
  return { ...atlas, names: cities.map(({ code }) => names[lang].get(code)!), hash: hashView(atlas) };
}
