import type { ProvinceFlows } from "../release/results.ts";
import type { Study, TableAccounts } from "./study.ts";

/**
 * `results/provinces.json`: footprints and mitigation between provinces, each city counted to its own.
 *
 * @returns Null where a region has no province.
 */
export function sumProvinces(accounts: TableAccounts & Partial<Pick<Study, "W">>): ProvinceFlows | null {
  const { frame, years, W } = accounts;
  const provinces = new Map<string, { code: string; name: { en: string; zh: string } }>();
  for (const { province } of frame.regions) if (province) provinces.set(province.code, province);
  if (provinces.size === 0 || frame.regions.some(({ province }) => province === null)) return null;
  const codes = [...provinces.keys()];
  const place = frame.regions.map(({ province }) => codes.indexOf(province!.code));
  return {
    schema: "tributary.provinces/v1",
    provinces: [...provinces.values()],
    flows: Object.fromEntries(years.map(({ model, C }) => [String(model.year), sumBlocks(C, place, codes.length)])),
    mitigation: W ? sumBlocks(W, place, codes.length) : null,
  };
}

/** Sums of a matrix over groups of its rows and columns. Shapes: `C` R×R row-major; `place` R, the group of each; P×P. */
function sumBlocks(C: Float64Array, place: readonly number[], P: number): number[][] {
  const R = place.length;
  const sums = Array.from({ length: P }, () => new Array<number>(P).fill(0));
  for (let at = 0; at < C.length; at++) sums[place[Math.floor(at / R)]][place[at % R]] += C[at];
  return sums;
}
