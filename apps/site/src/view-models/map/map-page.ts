import { catalogue } from "../../i18n/catalogue.ts";
import { packExplorer } from "../../lib/explorer/pack.ts";
import type { Lang } from "../../lib/lang.ts";
import type { Positions } from "../../lib/map/map-data.ts";
import type { Atlas } from "../chart-data.ts";
import type { Country } from "../city/facts.ts";
import { sourceLine } from "../city/source.ts";
import { makeExplorerData } from "../explorer.ts";
import { placeCities } from "./positions.ts";

/** Everything that the page of the map prints in one language. */
export interface MapPage {
  title: string;
  description: string;
  heading: string;
  lead: string;
  /** Figures of all cities, packed for the page. */
  packed: string;
  positions: Positions;
  source: string;
}

/** View model of the page of the map. */
export function makeMapPage(country: Country, atlas: Atlas, lang: Lang): MapPage {
  const { map: words, city } = catalogue(lang);
  return {
    title: words.title,
    description: words.description(country.cities.length),
    heading: words.heading,
    lead: words.lead,
    packed: packExplorer(makeExplorerData(country, lang)),
    positions: placeCities(atlas.cities),
    source: sourceLine({ country, words: city, lang }, words.standard),
  };
}
