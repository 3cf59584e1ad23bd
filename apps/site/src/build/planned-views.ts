import { releaseLabel } from "../lib/data.ts";
import type { Lang } from "../lib/lang.ts";
import { hashView } from "../view-models/hash-view.ts";
import type { UnitName } from "./units.ts";

/** Units, each with the hash of everything that it prints. */
export type PlannedViews = Map<UnitName, string>;

/** What the pages and files of a city print, and the hash of all that this was worked out from. */
export interface PlannedCity {
  from: string;
  views: Readonly<Record<UnitName, string>>;
  flows: string;
}

/** By code. */
export type PlannedCities = Readonly<Record<string, PlannedCity>>;

/** Note what a unit prints in a language. */
export type Put = (lang: Lang, unit: UnitName, view: unknown) => void;

/** Every page also prints which release it is of. */
export function putInto(views: PlannedViews): Put {
  const label = releaseLabel();
  return (lang, unit, view) => views.set(`${lang === "zh" ? "zh/" : ""}${unit}`, hashView([label, view]));
}
