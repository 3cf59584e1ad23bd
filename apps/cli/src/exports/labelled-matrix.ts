import {
  type Axes,
  DenseRequirements,
  type FactoredRequirements,
  listAmounts,
  type Model,
  type StressorAmounts,
} from "@tributary/core";
import type { Part } from "../sources/tables/block.ts";

/** Region, and sector or final use; a stressor and its unit; or one word alone. */
type Heading = readonly string[];

/** Numbers with the names of their rows and columns. */
export interface LabelledMatrix {
  rows: readonly Heading[];
  columns: readonly Heading[];
  /** What the parts of a row's name are, and of a column's. */
  names: { rows: Heading; columns: Heading };
  /** Cell of row i and column j. */
  at(i: number, j: number): number;
  unitOf(i: number): string;
}

const PLACE = ["region", "sector"];
const BETWEEN = { rows: PLACE, columns: ["to", "to_item"] };

/** One table of a year with its names; cells of a factored one are worked out as they are asked for. */
export function labelTable(model: Model, table: Part, flowUnit: string): LabelledMatrix {
  const { axes, x } = model;
  const rows = listRows(axes);
  const n = rows.length;
  const vector = (values: Float64Array, name: string): LabelledMatrix => ({
    ...{ rows, columns: [[name]], names: { rows: PLACE, columns: ["to"] } },
    at: (i) => values[i],
    unitOf: () => flowUnit,
  });
  switch (table) {
    case "Z":
    case "A": {
      const cell = openCells(model);
      const flows = table === "Z";
      const at = (i: number, j: number) => cell(i, j) * (flows ? x[j] : 1);
      return { rows, columns: rows, names: BETWEEN, at, unitOf: () => (flows ? flowUnit : "1") };
    }
    case "Y":
      return labelDemand(model, rows, flowUnit);
    case "emissions":
      return labelStressors(model, rows, PLACE, ({ F }) => F);
    case "household-emissions":
      return labelStressors(
        model,
        axes.regions.map(({ code }) => [code]),
        ["region"],
        ({ FY }) => FY,
      );
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
  const at = (i: number, j: number) => parts[j % uses.length][Math.floor(j / uses.length) * n + i];
  return { rows, columns, names: BETWEEN, at, unitOf: () => unit };
}

/** A row a stressor that is accounted, with its unit. */
function labelStressors(
  model: Model,
  columns: readonly Heading[],
  place: Heading,
  read: (amounts: StressorAmounts) => Float64Array,
): LabelledMatrix {
  const amounts = listAmounts(model);
  return {
    rows: amounts.map(({ stressor }) => [stressor.name, stressor.unit]),
    ...{ columns, names: { rows: ["stressor", "unit"], columns: place } },
    at: (s, i) => read(amounts[s])[i],
    unitOf: (s) => amounts[s].stressor.unit,
  };
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
