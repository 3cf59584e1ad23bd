import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "@tributary/core";
import { encodeJson } from "../store/json.ts";
import { labelTable } from "./labelled-matrix.ts";
import { writeDelimited } from "./write-matrix.ts";

const TAB = "\t";

/** A year as the folder that pymrio's `load_all` reads: flows, final demand, and emissions as an extension. */
export function writePymrio(folder: string, model: Model, flowUnit: string): void {
  const extension = join(folder, "emissions");
  mkdirSync(extension, { recursive: true });
  for (const table of ["Z", "Y"] as const)
    writeDelimited(join(folder, `${table}.txt`), labelTable(model, table, flowUnit), TAB);
  const { regions, sectors } = model.axes;
  const rows = regions.flatMap((region) => sectors.map((sector) => [region.code, sector.code]));
  const write = (path: string, lines: readonly (readonly (string | number)[])[]) =>
    writeFileSync(path, `${lines.map((cells) => cells.join(TAB)).join("\n")}\n`);
  write(join(folder, "unit.txt"), [["region", "sector", "unit"], ...rows.map((row) => [...row, flowUnit])]);
  const head = [0, 1].map((k) => [["region", "sector"][k], ...rows.map((row) => row[k])]);
  write(join(extension, "F.txt"), [...head, ["CO2", ...model.F]]);
  const uses = regions.map(({ code }) => [code, "households"]);
  const households = [0, 1].map((k) => [["region", "category"][k], ...uses.map((use) => use[k])]);
  write(join(extension, "F_Y.txt"), [...households, ["CO2", ...model.FY]]);
  write(join(extension, "unit.txt"), [
    ["stressor", "unit"],
    ["CO2", "t"],
  ]);
  const file = (name: string, nr_index_col: number, nr_header: number) => ({ name, nr_index_col, nr_header });
  const system = { Z: file("Z.txt", 2, 2), Y: file("Y.txt", 2, 2), unit: file("unit.txt", 2, 1) };
  const account = { F: file("F.txt", 1, 2), F_Y: file("F_Y.txt", 1, 2), unit: file("unit.txt", 1, 1) };
  writeFileSync(join(folder, "file_parameters.json"), encodeJson({ files: system, systemtype: "IOSystem" }, 2));
  const described = { files: account, systemtype: "Extension", name: "Emissions" };
  writeFileSync(join(extension, "file_parameters.json"), encodeJson(described, 2));
}
