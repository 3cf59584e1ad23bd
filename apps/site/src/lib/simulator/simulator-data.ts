import type { LeverInfo } from "./state/lever-info.ts";

/** A region as the simulator names it. */
interface SimulatorRegion {
  code: string;
  /** In the language of the page, told apart from its namesakes. */
  name: string;
  /** Path of its profile. */
  path: string;
  province: string;
}

/** Everything the island knows before the model is open. Regions and sectors in the order of the model. */
export interface SimulatorData {
  release: string;
  /** Hash of the release: the model has to be of the same. */
  hash: string;
  openEstimate: boolean;
  year: number;
  regions: SimulatorRegion[];
  provinces: { code: string; name: string }[];
  sectors: { code: string; name: string; group: string }[];
  /** In the order in which they are shown, in the language of the page. */
  levers: LeverInfo[];
  /** The city that is shown first. */
  city: string;
}
