import type { MitigationClass } from "@tributary/core";
import type { AccountOverlapData } from "../charts/account-overlap.ts";
import type { AccountSlopeData } from "../charts/account-slope.ts";
import type { BeforeAfterData } from "../charts/before-after.ts";
import type { BulletData } from "../charts/bullet.ts";
import type { CauseWaterfallData } from "../charts/cause-waterfall.ts";
import type { ChangeListData } from "../charts/change-list.ts";
import type { ChangeSidesData } from "../charts/change-sides.ts";
import type { CityMapData } from "../charts/city-map.ts";
import type { Names, Origins } from "../charts/geo.ts";
import type { IntervalsData } from "../charts/intervals.ts";
import type { MitigationBarsData } from "../charts/mitigation-bars.ts";
import type { MitigationRangeData } from "../charts/mitigation-range.ts";
import type { NetworkData } from "../charts/network.ts";
import type { OriginBarsData } from "../charts/origin-bars.ts";
import type { PartnerButterflyData } from "../charts/partner-butterfly.ts";
import type { PartsBarsData } from "../charts/parts-bars.ts";
import type { PathBarsData } from "../charts/path-bars.ts";
import type { PeerStripMetric } from "../charts/peer-strip.ts";
import type { ProductHeatData } from "../charts/product-heat.ts";
import type { RankedBarsData } from "../charts/ranked-bars.ts";
import type { ShareBarsData } from "../charts/share-bars.ts";

/** Local and outsourced part of something, t CO₂. */
interface Parts {
  local: number;
  outsourced: number;
}

/** One row of the comparison with peers, and how its values are printed. */
export interface StripMetric extends Omit<PeerStripMetric, "format"> {
  kind: "emissions" | "mitigation" | "share" | "per-value-added";
}

/**
 * A drawing and the exact numbers that it prints, in t CO₂. Positions of all cities are in the `Atlas`, which
 * is the same for every page of a language.
 */
export type Chart =
  | { kind: "river"; data: Omit<Origins, "cities"> }
  | { kind: "map"; data: Omit<Origins, "cities"> }
  /** The surroundings of the city, on phones only. */
  | { kind: "closeup"; data: Omit<Origins, "cities"> }
  | { kind: "bullet"; data: BulletData }
  | { kind: "mitigation-bars"; data: MitigationBarsData }
  | { kind: "quadrant"; data: { focus?: number; peers?: number[]; names: Names } }
  | { kind: "slope"; data: AccountSlopeData }
  | { kind: "overlap"; data: AccountOverlapData }
  | { kind: "origin-bars"; data: OriginBarsData }
  | { kind: "heat"; data: ProductHeatData }
  | { kind: "paths"; data: PathBarsData }
  | { kind: "shares"; data: ShareBarsData }
  | { kind: "mitigation-range"; data: MitigationRangeData }
  | { kind: "waterfall"; data: CauseWaterfallData }
  | { kind: "butterfly"; data: PartnerButterflyData }
  | { kind: "strips"; data: { name: string; metrics: StripMetric[] } }
  | { kind: "before-after"; data: BeforeAfterData }
  | { kind: "change-sides"; data: ChangeSidesData }
  | { kind: "change-list"; data: ChangeListData }
  | { kind: "intervals"; data: IntervalsData }
  | { kind: "ranked-bars"; data: RankedBarsData }
  | { kind: "parts-bars"; data: PartsBarsData }
  | { kind: "swarm"; data: SwarmData }
  | { kind: "network"; data: Omit<NetworkData, "cities" | "names"> };

/** A drawing of imported tables. */
export type PlainChart =
  | Extract<Chart, { kind: "ranked-bars" }>
  /** Regions as dots at their coordinates. */
  | { kind: "region-map"; data: CityMapData };

/** One value a city, null where there is none; aligned with the cities of the `Atlas`. */
export interface SwarmData {
  values: (number | null)[];
  /** What the values are, with their unit. */
  label: string;
  digits: number;
}

/** All cities of a release in one language, shared by every chart that shows them. */
export interface Atlas {
  cities: { lon: number; lat: number }[];
  /** Local and outsourced mitigation and class, aligned with `cities`. */
  points: ({ class: MitigationClass } & Parts)[];
  /** Names of the classes on the plane. */
  classes: Record<Exclude<MitigationClass, "unclassified">, string>;
  counts: Record<MitigationClass, number>;
  years: [number, number];
  /** Names of all cities, for drawings of the whole country; a profile has those that it prints in its own charts. */
  names: string[];
  /** Stands for the atlas in the hash of every page that draws it, its names left out. */
  hash: string;
}
