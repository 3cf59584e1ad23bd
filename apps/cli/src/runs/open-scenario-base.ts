import { type Baseline, openBaseline, openTableBaseline } from "@tributary/scenarios";
import { frameRelease, type OpenedRelease } from "../store/release-reader.ts";

/**
 * Baselines of the years of a release, whatever the form of its tables.
 *
 * @param stressor Name of the one that scenarios are about; the first of the release by default.
 * @throws {InputError} As `openBaseline`, `openTableBaseline`.
 */
export function openScenarioBase(opened: OpenedRelease, stressor?: string): (year: number) => Baseline {
  const wanted = stressor === undefined ? undefined : [stressor];
  const frame = frameRelease(opened, wanted);
  if (opened.form === "factored") return (year) => openBaseline(opened.manifest, opened.release, year);
  return (year) => openTableBaseline(frame, opened.release, year);
}
