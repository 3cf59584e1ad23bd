import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Axes, listAmounts, type Model } from "@tributary/core";
import { encodeJson } from "../../store/json.ts";
import { labelTable } from "../labelled-matrix.ts";
import { labelAxis, listNames } from "./label-axis.ts";
import { type ExtensionRow, writeExtension } from "./write-extension.ts";
import { writeFrame, writePlainFrame } from "./write-frame.ts";

/** The consumer outside the table, and what it buys. */
const OUTSIDE = ["rest of world", "exports"];
const HOUSEHOLDS = /house|居民|家庭/i;

/** Names of the rows and columns of a system: one a level. */
interface SystemNames {
  regions: readonly string[];
  sectors: readonly string[];
  places: string[][];
  /** Columns of final demand; exports to outside the table last, where there are any. */
  uses: string[][];
  hasExports: boolean;
}

/** What a folder says of the table beside its numbers. */
export interface SystemText {
  /** Id of the release. */
  id: string;
  /** Unit of flows. */
  unit: string;
}

/**
 * A year as the folder that pymrio's `load_all` reads and whose `calc_all` gives our accounts: `D_cba_reg` is the footprint with
 * direct emissions of households.
 *
 * Exports are bought by a consumer outside the table; value added and imports are an extension of factor inputs; every stressor that is
 * accounted is a row of another.
 *
 * @see docs/import.md#out-again
 */
export function writePymrio(folder: string, model: Model, text: SystemText): void {
  const names = nameSystem(model);
  writeSystem(folder, model, names, text.unit);
  const households = chooseHouseholds(model);
  const stressors = listAmounts(model).map(({ stressor: { name, unit }, F, FY }): ExtensionRow => {
    const spread = new Float64Array(names.uses.length);
    for (const [r, amount] of FY.entries()) spread[r * households.of + households.at] = amount;
    return { name, unit, F, FY: spread };
  });
  writeExtension(join(folder, "satellite"), "Satellite accounts", stressors, names);
  writeExtension(join(folder, "factor_inputs"), "Factor inputs", listFactors(model, text.unit), names);
  writeLists(folder, model.axes, names);
  const meta = { description: "Exported by Tributary", name: text.id, system: null, version: null, history: [] };
  writeFileSync(join(folder, "metadata.json"), encodeJson({ ...meta, year: model.year }, 2));
}

function nameSystem({ axes, e, finalUses = ["final demand"] }: Model): SystemNames {
  const [regions, sectors] = [labelAxis(axes.regions), labelAxis(axes.sectors)];
  const hasExports = e.some((amount) => amount !== 0);
  return {
    ...{ regions, sectors, hasExports },
    places: regions.flatMap((region) => sectors.map((sector) => [region, sector])),
    uses: [...regions.flatMap((region) => finalUses.map((use) => [region, use])), ...(hasExports ? [OUTSIDE] : [])],
  };
}

function writeSystem(folder: string, model: Model, names: SystemNames, unit: string): void {
  const { places, uses, hasExports } = names;
  const index = { index: places, levels: { columns: ["region", "sector"], index: ["region", "sector"] } };
  const [Z, Y] = [labelTable(model, "Z", unit), labelTable(model, "Y", unit)];
  const cells = ({ columns, at }: typeof Z, i: number) => Array.from(columns, (_, j) => at(i, j));
  writeFrame(join(folder, "Z.txt"), { ...index, columns: places, row: (i) => cells(Z, i) });
  writeFrame(join(folder, "Y.txt"), {
    ...{ index: places, levels: { columns: ["region", "category"], index: ["region", "sector"] }, columns: uses },
    row: (i) => [...cells(Y, i), ...(hasExports ? [model.e[i]] : [])],
  });
  writePlainFrame(join(folder, "x.txt"), { ...index, columns: [["indout"]], row: (i) => [model.x[i]] });
  writePlainFrame(join(folder, "unit.txt"), { ...index, columns: [["unit"]], row: () => [unit] });
  const file = (name: string, nr_header: number) => ({ name, nr_index_col: 2, nr_header });
  const files = { Z: file("Z.txt", 2), Y: file("Y.txt", 2), x: file("x.txt", 1), unit: file("unit.txt", 1) };
  writeFileSync(join(folder, "file_parameters.json"), encodeJson({ systemtype: "IOSystem", files }, 2));
}

/** Which of a region's uses stands for its households: the first of that name, else the first. */
function chooseHouseholds({ finalUses = ["final demand"] }: Model): { at: number; of: number } {
  const at = finalUses.findIndex((use) => HOUSEHOLDS.test(use));
  return { at: Math.max(at, 0), of: finalUses.length };
}

function listFactors({ v, m }: Model, unit: string): ExtensionRow[] {
  const imports = m?.some((amount) => amount !== 0) ? [{ name: "imports", unit, F: m }] : [];
  return [{ name: "value added", unit, F: v }, ...imports];
}

/** Lists that lead from names back to codes, for `--regions` and `--sectors`. */
function writeLists(folder: string, { regions, sectors }: Axes, names: SystemNames): void {
  const write = (file: string, lines: readonly (readonly string[])[]) =>
    writeFileSync(join(folder, file), `${lines.map((cells) => cells.map(quote).join(",")).join("\n")}\n`);
  write("regions.csv", listNames(regions, names.regions));
  write("sectors.csv", listNames(sectors, names.sectors));
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
