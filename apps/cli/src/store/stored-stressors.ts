import { join } from "node:path";
import { type DenseManifest, InputError, type Issue, type TableParts } from "@tributary/core";
import { readNpyFile } from "./npy-file.ts";

/** Numbers of stressors by name: of production n each, of households R each. */
export type StressorParts = Pick<TableParts, "emissions" | "householdEmissions">;

/** The stressors of a year as the release has them; none where it has none. */
export function readStoredStressors(folder: string, known: DenseManifest | null, year: number): StressorParts {
  const names = known?.tables.find((table) => table.year === year)?.stressors ?? [];
  const read = (array: string): Map<string, Float64Array> => {
    const path = `model/${year}/${array}.npy`;
    if (names.length === 0 || !known?.arrays.some((record) => record.path === path)) return new Map();
    const data = Float64Array.from(readNpyFile(join(folder, path), path).data);
    const length = data.length / names.length;
    return new Map(names.map((name, s) => [name, data.subarray(s * length, (s + 1) * length)]));
  };
  return { emissions: read("emissions"), householdEmissions: read("household-emissions") };
}

/**
 * What is stored with what was read beside it, or where that is wanted in its place.
 *
 * @throws {InputError} `stressor-exists` with every name that is there already.
 */
export function addStressors(stored: StressorParts, added: StressorParts, replace: boolean): StressorParts {
  const refused = replace ? [] : listConflicts(stored, added);
  if (refused.length > 0) throw new InputError("stressor-exists", "The release has these emissions already.", refused);
  const replaced = new Set(added.emissions.keys());
  // Households of a stressor that is replaced belong to what it was.
  const kept = [...stored.householdEmissions].filter(([name]) => !replaced.has(name));
  return {
    emissions: new Map([...stored.emissions, ...added.emissions]),
    householdEmissions: new Map([...kept, ...added.householdEmissions]),
  };
}

function listConflicts(stored: StressorParts, added: StressorParts): Issue[] {
  const refuse = (name: string, of: string): Issue => ({
    ...{ severity: "error", code: "stressor-exists", where: name, message: `${of} is in the release already` },
    hint: "--replace puts the new numbers in its place; or give it another name",
  });
  const households = [...added.householdEmissions.keys()].filter((name) =>
    stored.householdEmissions.get(name)?.some((amount) => amount !== 0),
  );
  return [
    ...[...added.emissions.keys()]
      .filter((name) => stored.emissions.has(name))
      .map((name) => refuse(name, "what production causes")),
    ...households.map((name) => refuse(name, "what households cause")),
  ];
}
