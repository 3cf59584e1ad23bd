import { type Axes, InputError, type Model } from "@tributary/core";
import type { Part } from "../sources/tables/block.ts";

/** Region, and sector or final use; or one word alone. */
type Heading = readonly string[];

/** Numbers with the names of their rows and columns. */
export interface LabelledMatrix {
  rows: readonly Heading[];
  columns: readonly Heading[];
  /** Cell of row i and column j. */
  at(i: number, j: number): number;
  unit: string;
}

/**
 * One table of a year with its names.
 *
 * @throws {InputError} `not-dense` for flows of a factored table, which are nowhere written out.
 */
export function labelTable(model: Model, table: Part, flowUnit: string): LabelledMatrix {
  const { axes, x } = model;
  const rows = listRows(axes);
  const n = rows.length;
  const vector = (values: Float64Array, name: string, unit = flowUnit): LabelledMatrix => ({
    ...{ rows, columns: [[name]], unit },
    at: (i) => values[i],
  });
  switch (table) {
    case "Z":
    case "A": {
      const A = readRequirements(model);
      const flows = table === "Z";
      const at = (i: number, j: number) => A[i * n + j] * (flows ? x[j] : 1);
      return { rows, columns: rows, at, unit: flows ? flowUnit : "1" };
    }
    case "Y":
      return labelDemand(model, rows, flowUnit);
    case "emissions":
      return vector(model.F, "emissions", "t");
    case "household-emissions":
      return {
        rows: axes.regions.map(({ code }) => [code]),
        columns: [["emissions"]],
        at: (r) => model.FY[r],
        unit: "t",
      };
    case "imports":
      return vector(model.m ?? new Float64Array(n), "imports");
    default:
      return vector(table === "x" ? x : table === "exports" ? model.e : model.v, table);
  }
}

function listRows({ regions, sectors }: Axes): Heading[] {
  return regions.flatMap((region) => sectors.map((sector) => [region.code, sector.code]));
}

function labelDemand({ axes, Y, finalUses, demandOf }: Model, rows: readonly Heading[], unit: string): LabelledMatrix {
  const n = rows.length;
  const uses = finalUses ?? ["final-demand"];
  const parts = demandOf ? uses.map(demandOf) : [Y];
  const columns = axes.regions.flatMap(({ code }) => uses.map((use) => [code, use]));
  return { rows, columns, at: (i, j) => parts[j % uses.length][Math.floor(j / uses.length) * n + i], unit };
}

function readRequirements({ A }: Model): Float64Array {
  if ("A" in A && A.A instanceof Float64Array) return A.A;
  throw new InputError(
    "not-dense",
    "The table of this release is factored: its factors are in model/*.npy, its flows nowhere.",
  );
}
