import { calcFootprint } from "../accounts/footprint.ts";
import { calcOriginConsumer } from "../accounts/origin-consumer.ts";
import { calcOutsourcedShare } from "../accounts/outsourced-share.ts";
import { ModelError } from "../errors.ts";
import { buildEstimate } from "../estimate/estimate.ts";
import type { Facts } from "../estimate/facts.ts";
import type { Settings } from "../estimate/settings.ts";
import type { SolveColumns } from "../kernel/solver.ts";
import { buildFactoredModel, deflateTables } from "../model/factored-tables.ts";
import type { DrawRecord } from "../release/draws.ts";
import { drawSettings } from "./draw-settings.ts";
import { type DrawnYear, readVariants, solveDrawnYear } from "./draw-variants.ts";
import { drawNoise } from "./noise.ts";

/** What draws are made from. */
export interface DrawPlan {
  seed: number;
  /** Settings about which draws are made. */
  base: Settings;
  /** Draws of prices and intensities on every rebuilt estimate. */
  variants: number;
}

/**
 * Rebuild the estimate with drawn settings and read every city's class from it: as it is, and with prices and intensities
 * drawn on top.
 *
 * The same numbers come out whatever else is drawn, and wherever. Settings that cannot be met together, such as a share
 * that no friction gives, make a record that says so.
 *
 * @throws {InputError} As `buildEstimate`: figures that no settings can use.
 * @see docs/open-estimate.md#uncertainty
 */
export async function drawEstimate(
  facts: Facts,
  { seed, base, variants }: DrawPlan,
  draw: number,
  solve: SolveColumns,
): Promise<DrawRecord> {
  const settings = drawSettings(base, seed, draw);
  const record = { draw, settings: { ...settings } };
  try {
    const { space, tables, calibration } = await buildEstimate(facts, settings, solve);
    const first = await solveDrawnYear(buildFactoredModel(space, tables[2012]), solve);
    const last = await solveDrawnYear(buildFactoredModel(space, deflateTables(tables[2017], facts.deflators)), solve);
    const [R, N] = [space.axes.regions.length, space.axes.sectors.length];
    const noises = Array.from({ length: variants }, (_, variant) => drawNoise(R, N, seed, draw, variant));
    return {
      ...record,
      failure: null,
      scale: calibration.scale,
      outsourcedShares: [calcShare(first), calcShare(last)],
      variants: readVariants(first, last, noises),
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ...record, failure: error.message, scale: null, outsourcedShares: null, variants: [] };
  }
}

function calcShare({ model, S, X }: DrawnYear): number {
  return calcOutsourcedShare(calcFootprint(calcOriginConsumer(S, X, model.axes.regions.length)), model.FY);
}
