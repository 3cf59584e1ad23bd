import { InputError, type Issue } from "../errors.ts";

/** Industry of the national accounts to which a sector's value added belongs. */
export type Industry = "primary" | "secondary" | "tertiary";

/** A region or a sector as every table knows it. */
interface Labelled {
  /** The only key by which regions, and sectors of one list, are joined. */
  code: string;
  name: { en: string; zh: string };
}

/** A region of any table. */
export interface AxisRegion extends Labelled {
  /** Code of the province, where regions are in provinces. */
  province: string | null;
}

/** A sector of any table. */
export interface AxisSector extends Labelled {
  /** Group of the sector, where sectors are in groups. */
  group: string | null;
}

/** A region of the open estimate; its code has six digits. */
export interface Region extends AxisRegion {
  /** Code of the province. */
  province: string;
  /** Label point, degrees. */
  lon: number;
  lat: number;
}

export interface Sector extends AxisSector {
  group: string;
  industry: Industry;
}

/** Regions × sectors of a table, region-major: index = region · N + sector. */
export interface Axes {
  regions: readonly AxisRegion[];
  sectors: readonly AxisSector[];
}

/** Number of rows of a table on these axes, n = R · N. */
export function countRows({ regions, sectors }: Axes): number {
  return regions.length * sectors.length;
}

/** `430100/14`: the label of row `i`. */
export function labelRow({ regions, sectors }: Axes, i: number): string {
  const N = sectors.length;
  return `${regions[Math.floor(i / N)].code}/${sectors[i % N].code}`;
}

/**
 * Refuse axes that cannot be joined by code.
 *
 * @throws {InputError} `duplicate-label` with every repeated region or sector code; `empty-axis`.
 */
export function checkAxes(axes: Axes): void {
  const issues: Issue[] = [];
  for (const [kind, list] of [
    ["region", axes.regions],
    ["sector", axes.sectors],
  ] as const) {
    if (list.length === 0) issues.push({ severity: "error", code: "empty-axis", where: kind, message: `no ${kind}s` });
    const seen = new Set<string>();
    for (const { code } of list) {
      if (seen.has(code))
        issues.push({ severity: "error", code: "duplicate-label", where: `${kind} ${code}`, message: "appears twice" });
      seen.add(code);
    }
  }
  if (issues.length > 0) throw new InputError(issues[0].code, "The axes of the table are not usable.", issues);
}
