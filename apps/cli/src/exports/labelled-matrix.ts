import { type Axes, DenseRequirements, type FactoredRequirements, type Model } from "@tributary/core";
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

/** One table of a year with its names; cells of a factored one are worked out as they are asked for. */
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
      const cell = openCells(model);
      const flows = table === "Z";
      const at = (i: number, j: number) => cell(i, j) * (flows ? x[j] : 1);
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

/** Cells of the requirements of a release, whose tables stand in one of two forms. */
function openCells({ A }: Model): (i: number, j: number) => number {
  if (A instanceof DenseRequirements) return (i, j) => A.A[i * A.n + j];
  const { R, N, T, a } = (A as FactoredRequirements).factors;
  return (i, j) => {
    const [k, s] = [i % N, Math.floor(j / N)];
    return T[k][Math.floor(i / N) * R + s] * a[(s * N + k) * N + (j % N)];
  };
}
