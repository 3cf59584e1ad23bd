import { type Baseline, openBaseline, openTableBaseline } from "@tributary/scenarios";
import { frameRelease, type OpenedRelease } from "../store/release-reader.ts";

/**
 * Baselines of the years of a release, whatever the form of its tables.
 *
 * @throws {InputError} As `openBaseline`, `openTableBaseline`.
 */
export function openScenarioBase(opened: OpenedRelease): (year: number) => Baseline {
  if (opened.form === "factored") return (year) => openBaseline(opened.manifest, opened.release, year);
  const frame = frameRelease(opened);
  return (year) => openTableBaseline(frame, opened.release, year);
}
