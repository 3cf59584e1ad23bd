import type { Reason } from "./choose.ts";
import type { UnitName } from "./units.ts";

/** What a build did, for its last line and for tests. */
export interface BuildReport {
  rendered: Map<UnitName, Reason>;
  reused: UnitName[];
  /** False where `SITE_URL` is not known, which a sitemap needs. */
  sitemap: boolean;
}
