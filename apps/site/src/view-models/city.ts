import { emissions, share } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas, Chart } from "./chart-data.ts";
import { describeAccounts } from "./city/accounts.ts";
import { describeCertainty } from "./city/certainty.ts";
import { describeChains } from "./city/chains.ts";
import { type DataSection, describeData } from "./city/data.ts";
import { type CityFacts, profilePath, tellIn } from "./city/facts.ts";
import { describeHead, type Head } from "./city/head.ts";
import { describeMitigation } from "./city/mitigation.ts";
import { alignOrigins, describeOrigins } from "./city/origins.ts";
import { describePartners } from "./city/partners.ts";
import { describePeers } from "./city/peers.ts";
import { describePosition } from "./city/position.ts";
import { describeRevision } from "./city/revision.ts";
import { describeShort } from "./city/short.ts";
import { describeWhatIf } from "./city/what-if.ts";
import { describeWhy } from "./city/why.ts";
import { outsourcedShareOf } from "./compare.ts";
import type { Section } from "./page-parts.ts";
import { describeDataset } from "./structured-data.ts";

/** Everything a profile prints in one language, and nothing else: its hash decides whether the page is rendered again. */
export interface CityView {
  lang: Lang;
  path: string;
  title: string;
  description: string;
  head: Head;
  river: Chart;
  sections: Section[];
  data: DataSection;
  structuredData: string;
  /** Hash of the atlas that its figures draw on. */
  atlas: string;
}

/** View model of a profile. `site` is the address of the root of the site, null where it is not known. */
export function makeCityView(facts: CityFacts, lang: Lang, atlas: Atlas, site: string | null): CityView {
  const context = tellIn(facts, lang);
  const { city, words, nameOf, after, years } = context;
  const origins = alignOrigins(context);
  const description = words.head.description(
    nameOf(city.code),
    emissions(after.footprint, lang),
    share(outsourcedShareOf(city.accounts[facts.keys[1]]!), lang),
    years.last,
  );
  return {
    lang,
    path: profilePath(city),
    title: words.head.title(nameOf(city.code)),
    description,
    head: describeHead(context),
    river: { kind: "river", data: origins },
    sections: [
      describeShort(context),
      describeMitigation(context),
      describePosition(context),
      describeAccounts(context),
      describeOrigins(context, origins),
      ...describeChains(context),
      describeWhy(context),
      describePartners(context),
      describePeers(context),
      ...describeWhatIf(context),
      describeCertainty(context),
      describeRevision(context),
    ],
    data: describeData(context, site),
    structuredData: describeDataset(context, description, site),
    atlas: atlas.hash,
  };
}
