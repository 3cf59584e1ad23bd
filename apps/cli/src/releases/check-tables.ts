import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildYearModel, diagnoseTable, type Issue, type Model } from "@tributary/core";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { type OpenedRelease, readRelease } from "../store/release-reader.ts";
import { collect, refuse } from "./collect-issues.ts";
import { calcImportedInputs } from "./imported-inputs.ts";

/** Part of a total within which two sums of the same numbers agree. */
const EXACT = 1e-9;

/**
 * Read the tables of every year: arrays fit the manifest, hold numbers that can be, balance, and give the totals that
 * the manifest states.
 *
 * @returns The model of each year; none where arrays are left out, or cannot be read.
 */
export function checkTables(folder: string, manifest: AnyManifest, issues: Issue[]): Map<number, Model> {
  const models = new Map<number, Model>();
  // Arrays that a frozen release has left out are no problem: nothing of it is computed again.
  if (!existsSync(join(folder, "model"))) return models;
  const runs = manifest.form === "factored" ? [manifest.years] : manifest.years.map((year) => [year]);
  for (const years of runs) {
    const opened = collect(issues, "model", () => readRelease(folder, years));
    if (opened) for (const model of checkYears(opened, issues)) models.set(model.year, model);
  }
  return models;
}

function checkYears(opened: OpenedRelease, issues: Issue[]): Model[] {
  return opened.release.tables.flatMap((table, t) => {
    // A table without emissions has no accounts yet.
    if (opened.form === "dense" && opened.release.tables[t].stressors.length === 0) return [];
    const model = collect(issues, `model/${table.year}`, () => buildYearModel(opened.release, t));
    if (!model) return [];
    const inputs =
      opened.form === "factored" ? calcImportedInputs(opened.release.tables[t]) : opened.release.tables[t].imports;
    for (const issue of diagnoseTable(
      model,
      {},
      inputs,
      opened.form === "dense" ? opened.manifest.tables[t].tolerance : undefined,
    ))
      if (issue.severity === "error") issues.push({ ...issue, where: `model/${table.year} ${issue.where}` });
    if (opened.form === "factored") checkTotals(opened.manifest, model, issues);
    return [model];
  });
}

/** Emissions of a region are those that the manifest says were modelled for it. */
function checkTotals({ regions }: { regions: readonly EstimatedRegion[] }, model: Model, issues: Issue[]): void {
  const N = model.axes.sectors.length;
  for (const [r, { code, co2Source }] of regions.entries()) {
    const stated = co2Source.totals[model.year].modelled;
    let sum = model.FY[r];
    for (let i = r * N; i < (r + 1) * N; i++) sum += model.F[i];
    if (!(Math.abs(sum - stated) <= EXACT * Math.abs(stated)))
      issues.push(
        refuse("totals", `model/${model.year}/emissions.npy`, `gives ${code} ${sum} t; its manifest says ${stated}`),
      );
  }
}

type EstimatedRegion = { code: string; co2Source: { totals: Record<string, { modelled: number }> } };
