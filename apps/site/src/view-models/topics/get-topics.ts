import type { CityGroup } from "@tributary/core";
import type { Lang } from "../../lib/lang.ts";
import { readManifest } from "../../lib/manifest.ts";
import { readProvinces, readSectors } from "../../lib/sectors.ts";
import { type DataFile, makeTableFiles } from "../files/data-files.ts";
import { getCountry } from "../release.ts";
import { provincePath, sectorPath, type TopicContext, tellTopics, typePath } from "./context.ts";
import { fileMembers } from "./members.ts";
import { makeProvinceView } from "./province.ts";
import { fileExchanges, listProvinces, type ProvinceFacts } from "./province-facts.ts";
import { makeSectorView } from "./sector.ts";
import { filePairs, fileSector, type SectorFacts } from "./sector-facts.ts";
import type { TopicView } from "./topic.ts";
import { listTypes, makeTypeView, membersOf } from "./type.ts";

/** The parts of the site that hold such pages. */
export const TOPICS = ["sectors", "provinces", "types"] as const;
export type TopicPart = (typeof TOPICS)[number];

/** One page: where it is, what it says in a language, and its files in none. */
interface Topic {
  path: string;
  tell(context: TopicContext): TopicView;
  files(keys: TopicContext["keys"]): DataFile[];
}

let sectors: readonly SectorFacts[] | undefined;
let provinces: readonly ProvinceFacts[] | undefined;

/** Sectors of the release that is being built. */
export function getSectors(): readonly SectorFacts[] {
  if (sectors === undefined) {
    const results = readSectors();
    sectors = readManifest().sectors.map((sector, k) => ({ sector, result: results[k]! }));
  }
  return sectors;
}

/** Provinces of the release that is being built. */
export function getProvinces(): readonly ProvinceFacts[] {
  provinces ??= listProvinces(readProvinces(), getCountry());
  return provinces;
}

const sectorTopic = (facts: SectorFacts): Topic => ({
  path: sectorPath(facts.sector.code),
  tell: (context) => makeSectorView(facts, context),
  files: (keys) => {
    const country = getCountry();
    const about = { sector: facts.sector.code };
    return [
      ...makeTableFiles(country, "cities", about, fileSector(facts, { country }, keys)),
      ...makeTableFiles(country, "pairs", { ...about, year: keys[1] }, filePairs(facts)),
    ];
  },
});

const provinceTopic = (facts: ProvinceFacts): Topic => ({
  path: provincePath(facts.code),
  tell: (context) => makeProvinceView(facts, context),
  files: (keys) => {
    const about = { province: facts.code };
    return [
      ...makeTableFiles(getCountry(), "cities", about, fileMembers(facts.members, keys)),
      ...makeTableFiles(getCountry(), "flows", about, fileExchanges(facts, keys[1])),
    ];
  },
});

const typeTopic = (group: CityGroup): Topic => ({
  path: typePath(group),
  tell: (context) => makeTypeView(group, context),
  files: (keys) =>
    makeTableFiles(getCountry(), "cities", { type: group }, fileMembers(membersOf(group, getCountry()), keys)),
});

/** Every page of a part; types that no city has are left out. */
export function listTopics(part: TopicPart): Topic[] {
  if (part === "sectors") return getSectors().map(sectorTopic);
  if (part === "provinces") return getProvinces().map(provinceTopic);
  return listTypes(getCountry()).map(typeTopic);
}

/** Context of the release that is being built. */
export const getTopicContext = (lang: Lang): TopicContext => tellTopics(getCountry(), lang);
