import { showPath } from "../../paths.ts";
import type { MatVariable } from "../matlab/mat-variable.ts";
import type { Block, BlockRow, Label, Part } from "../tables/block.ts";

/** A matrix and the file that it is in. */
interface Found {
  variable: MatVariable;
  path: string;
}

/** A large matrix as a block whose rows are its columns, as they are stored. */
export function makeColumnBlock(
  part: Part,
  { variable, path }: Found,
  columnLabels: readonly Label[],
  rowLabels: readonly Label[],
  unit: string,
): Block {
  const name = `${showPath(path)}!${variable.name}`;
  return {
    part,
    name,
    columns: rowLabels,
    transposed: true,
    unit,
    placeOf: (row) => `${name}(${row + 1},:)`,
    async *rows(): AsyncGenerator<BlockRow> {
      let k = 0;
      for await (const values of variable.read()) {
        const column = k++;
        yield {
          label: columnLabels[column],
          values,
          textOf: (row) => String(values[row]),
          placeOf: (row) => `${name}(${row === undefined ? ":" : row + 1},${column + 1})`,
        };
      }
    },
  };
}

/**
 * A small matrix as one row of numbers by sector.
 *
 * @param pick The last row of several, which is their total; else as many numbers as there are names, from the first.
 * @param order Which stored number each name means.
 */
export function makeVectorBlock(
  part: Part,
  { variable, path }: Found,
  names: readonly Label[],
  unit: string | null,
  pick?: "last-row",
  order?: Int32Array,
): Block {
  const name = `${showPath(path)}!${variable.name}`;
  const { rows: height } = variable;
  const placeOf = (k: number) =>
    order?.[k] ?? (pick && height > 1 && height !== names.length ? (k + 1) * height - 1 : k);
  return {
    part,
    name,
    columns: names,
    unit,
    placeOf: (k) => describe(placeOf(k)),
    async *rows(): AsyncGenerator<BlockRow> {
      const stored = await readAll(variable);
      const values = Float64Array.from(names, (_, k) => stored[placeOf(k)]);
      yield {
        label: { region: null, item: part === "emissions" ? "CO2" : part },
        values,
        textOf: (k) => String(values[k]),
        placeOf: (k) => (k === undefined ? name : describe(placeOf(k))),
      };
    },
  };

  function describe(place: number): string {
    return `${name}(${(place % height) + 1},${Math.floor(place / height) + 1})`;
  }
}

async function readAll({ rows, columns, read }: MatVariable): Promise<Float64Array> {
  const all = new Float64Array(rows * columns);
  let at = 0;
  for await (const column of read()) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
