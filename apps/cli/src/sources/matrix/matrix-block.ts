import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow, Label, Part } from "../tables/block.ts";
import { checkOrientation } from "../tables/orientation.ts";
import type { AxisCodes, Orientation } from "../tables/table-source.ts";

/** Numbers without names, as NumPy and MATLAB files have them. */
export interface Matrix {
  /** File, or file and variable. */
  name: string;
  rows: number;
  columns: number;
  /** Row after row; each may use the memory of the one before. */
  read(): AsyncIterable<Float64Array>;
}

/** What is known of a matrix beside its file. */
export interface MatrixRules {
  axes: AxisCodes;
  orientation?: Orientation;
  unit?: string;
  /** Names of the rows of emissions, or of the one that the whole matrix is. */
  stressors: readonly string[];
}

/** Final uses in the order of China's tables, for matrices with five columns a region. */
const FIVE_USES = ["rural-households", "urban-households", "government", "capital-formation", "inventories"];

/**
 * Give the rows and columns of a matrix their names, by its shape: regions × sectors, region after region.
 *
 * @returns `null` where the shape fits no way in which the part can lie; the reason is in `issues`.
 */
export function nameMatrix(matrix: Matrix, part: Part, rules: MatrixRules, issues: IssueList): Block | null {
  const { regions, sectors } = rules.axes;
  const n = regions.length * sectors.length;
  const { rows, columns } = matrix;
  const axis = regions.flatMap((region) => sectors.map((item) => ({ region, item })));
  if (part === "Z" || part === "A") return fit(rows === n && columns === n, () => ({ labels: axis, columns: axis }));
  if (part === "Y")
    return fit(rows === n && columns % regions.length === 0 && columns > 0, () => ({
      labels: axis,
      columns: nameUses(regions, columns / regions.length),
    }));
  if (part.endsWith("emissions") && rules.stressors.length === 0) return refuseNameless(matrix, issues);
  const places = part === "household-emissions" ? regions.map((item) => ({ region: null, item })) : axis;
  if (part.endsWith("emissions") && rows > 1 && columns === places.length && rows === rules.stressors.length)
    return fit(true, () => ({ labels: rules.stressors.map((item) => ({ region: null, item })), columns: places }));
  if (part === "household-emissions") return fit(rows * columns === regions.length, () => flat(places));
  if (rows * columns !== n) return fit(false, () => flat(axis));
  if (rows === 1 || columns === 1) return fit(true, () => flat(axis));
  return nameGrid(matrix, part, rules, axis, issues);

  function flat(names: readonly Label[]) {
    return {
      labels: [{ region: null, item: part.endsWith("emissions") ? rules.stressors[0] : part }],
      columns: names,
      flatten: true,
    };
  }

  function fit(fits: boolean, name: () => Names): Block | null {
    if (fits) return makeBlock(matrix, part, rules, name());
    const message = `is ${rows} × ${columns}; ${part} of ${regions.length} regions × ${sectors.length} sectors has ${expectShape(part, rules.axes)}`;
    issues.error({ file: matrix.name }, { code: "shape-mismatch", message, hint: "check --regions and --sectors" });
    return null;
  }
}

/** Nothing in the file says what is emitted. */
function refuseNameless({ name }: Matrix, issues: IssueList): null {
  const hint = "name its rows with --stressor, once a row: --stressor CO2 --stressor CH4";
  issues.error({ file: name }, { code: "no-stressor", message: "does not say what is emitted", hint });
  return null;
}

/** Names of a matrix; `flatten` lays all of it into one row. */
interface Names {
  labels: readonly Label[];
  columns: readonly Label[];
  flatten?: boolean;
  /** Where number `at` of the flat row lies in the file. */
  order?: Int32Array;
}

/** Regions on one side, sectors on the other: which is which has to be said. */
function nameGrid(
  matrix: Matrix,
  part: Part,
  rules: MatrixRules,
  axis: readonly Label[],
  issues: IssueList,
): Block | null {
  const { axes } = rules;
  const orientation = checkOrientation(matrix, axes, rules.orientation, matrix.name, issues);
  if (!orientation) return null;
  const [R, N] = [axes.regions.length, axes.sectors.length];
  const across = orientation === "sectors-by-regions";
  const order = Int32Array.from(axis, (_, i) => (across ? (i % N) * R + Math.floor(i / N) : i));
  const label = { region: null, item: part === "emissions" ? rules.stressors[0] : part };
  return makeBlock(matrix, part, rules, { labels: [label], columns: axis, flatten: true, order });
}

/** Final uses of every region, region after region. */
export function nameUses(regions: readonly string[], count: number): Label[] {
  const uses = count === FIVE_USES.length ? FIVE_USES : Array.from({ length: count }, (_, u) => `use-${u + 1}`);
  return regions.flatMap((region) => (count === 1 ? ["final-demand"] : uses).map((item) => ({ region, item })));
}

function expectShape(part: Part, { regions, sectors }: AxisCodes): string {
  const n = regions.length * sectors.length;
  if (part === "Z" || part === "A") return `${n} × ${n}`;
  if (part === "Y") return `${n} × a multiple of ${regions.length}`;
  return part === "household-emissions" ? `${regions.length} numbers` : `${n} numbers`;
}

function makeBlock(matrix: Matrix, part: Part, { unit }: MatrixRules, names: Names): Block {
  const { name } = matrix;
  return {
    part,
    name,
    columns: names.columns,
    unit: unit ?? null,
    placeOf: (column) => `${name}[:,${column + 1}]`,
    rows: () => (names.flatten ? readFlat(matrix, names) : readRows(matrix, names)),
  };
}

async function* readRows({ name, read }: Matrix, { labels }: Names): AsyncGenerator<BlockRow> {
  let i = 0;
  for await (const values of read()) {
    const row = i++;
    yield {
      label: labels[row],
      values,
      textOf: (column) => String(values[column]),
      placeOf: (column) => `${name}[${row + 1},${column === undefined ? ":" : column + 1}]`,
    };
  }
}

/** A small matrix as one row. */
async function* readFlat(
  { name, columns, read }: Matrix,
  { labels, columns: names, order }: Names,
): AsyncGenerator<BlockRow> {
  const values = new Float64Array(names.length);
  const stored = new Float64Array(names.length);
  let at = 0;
  for await (const row of read()) {
    stored.set(row, at);
    at += row.length;
  }
  const placeOf = (k: number) => order?.[k] ?? k;
  for (let k = 0; k < values.length; k++) values[k] = stored[placeOf(k)];
  yield {
    label: labels[0],
    values,
    textOf: (column) => String(values[column]),
    placeOf: (column) => {
      if (column === undefined) return name;
      const place = placeOf(column);
      return `${name}[${Math.floor(place / columns) + 1},${(place % columns) + 1}]`;
    },
  };
}
