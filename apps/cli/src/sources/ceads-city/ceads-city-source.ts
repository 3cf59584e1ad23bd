import { showPath } from "../../paths.ts";
import { findChinaTotals } from "../ceads/china-totals.ts";
import type { IssueList } from "../issue-list.ts";
import type { MatFile, MatVariable } from "../matlab/mat-variable.ts";
import { openMat } from "../matlab/open-mat.ts";
import { nameUses } from "../matrix/matrix-block.ts";
import type { Block, Label } from "../tables/block.ts";
import { listFiles, requireFiles } from "../tables/input-files.ts";
import { checkOrientation } from "../tables/orientation.ts";
import { requireAxes } from "../tables/require-axes.ts";
import type { AxisCodes, Orientation, TableSource } from "../tables/table-source.ts";
import { makeColumnBlock, makeVectorBlock } from "./column-block.ts";

const MAT = /\.mat$/i;
const UNIT = "10^4 CNY";
/** Rows of value added: four kinds of income and their total. */
const COSTS = 5;

/** Names of the fields, in small letters without the struct. */
const FIELDS = {
  Z: ["z", "t"],
  Y: ["f", "y", "fd"],
  valueAdded: ["va", "v", "valueadded", "value_added"],
  imports: ["im", "import", "imports"],
  exports: ["ex", "export", "exports"],
  emissions: ["emission", "emissions", "co2", "carbon", "e"],
} as const satisfies Record<string, readonly string[]>;
type Field = keyof typeof FIELDS;

/** CEADs' table of China's cities: a MATLAB file without names, and emissions by city and sector. */
export const ceadsCitySource: TableSource = {
  id: "ceads-city",
  summary: "CEADs' table of China's cities, .mat, with --regions, --sectors and --orientation of its emissions",
  totals: findChinaTotals,
  recognises: (path) => listFiles([path], MAT).some((file) => MAT.test(file)),
  async open(paths, options, issues) {
    const axes = requireAxes(options.axes);
    const files = requireFiles(paths, MAT, ".mat");
    const opened: MatFile[] = [];
    for (const path of files) opened.push(await openMat(path));
    const fields = findFields(
      opened.flatMap(({ variables }, k) => variables.map((variable) => ({ variable, path: files[k] }))),
    );
    if (fields.size === 0)
      issues.error(
        { file: files.map(showPath).join(", ") },
        { code: "no-fields", message: "has none of the fields Z, F, VA, IM, EX, or emissions" },
      );
    const blocks = listBlocks(fields, { ...options, axes }, issues);
    const close = () => {
      for (const file of opened) file.close();
    };
    return { blocks, files, ignored: [], close };
  },
};

interface Found {
  variable: MatVariable;
  path: string;
}

function findFields(found: readonly Found[]): Map<Field, Found> {
  const fields = new Map<Field, Found>();
  for (const each of found) {
    const last = each.variable.name.split(".").at(-1)?.toLowerCase() ?? "";
    for (const [field, names] of Object.entries(FIELDS))
      if ((names as readonly string[]).includes(last) && !fields.has(field as Field)) fields.set(field as Field, each);
  }
  return fields;
}

function listBlocks(
  fields: ReadonlyMap<Field, Found>,
  { axes, orientation }: { axes: AxisCodes; orientation?: Orientation },
  issues: IssueList,
): Block[] {
  const rows: Label[] = axes.regions.flatMap((region) => axes.sectors.map((item) => ({ region, item })));
  const take = (
    field: Field,
    fits: (variable: MatVariable) => boolean,
    shape: string,
    make: (found: Found) => Block,
  ): Block[] => {
    const found = fields.get(field);
    if (!found) return [];
    if (fits(found.variable)) return [make(found)];
    const { name, rows: height, columns } = found.variable;
    const message = `is ${height} × ${columns}; ${axes.regions.length} regions × ${axes.sectors.length} sectors need ${shape}`;
    issues.error(
      { file: `${showPath(found.path)}!${name}` },
      { code: "shape-mismatch", message, hint: "check --regions and --sectors" },
    );
    return [];
  };
  const n = rows.length;
  const R = axes.regions.length;
  const isVector = (variable: MatVariable, length: number) =>
    Math.min(variable.rows, variable.columns) === 1 && variable.rows * variable.columns === length;
  const uses = (fields.get("Y")?.variable.columns ?? 0) / R;
  const withUses = n + R * uses;
  const vector = (part: Block["part"], pick?: "last-row") => (found: Found) =>
    makeVectorBlock(part, found, rows, UNIT, pick);
  return [
    ...take(
      "Z",
      ({ rows: height, columns }) => height === n && columns === n,
      `${n} × ${n}`,
      (found) => makeColumnBlock("Z", found, rows, rows, UNIT),
    ),
    ...take(
      "Y",
      ({ rows: height }) => height === n && Number.isInteger(uses),
      `${n} × a multiple of ${R}`,
      (found) => makeColumnBlock("Y", found, nameUses(axes.regions, uses), rows, UNIT),
    ),
    // Parts of value added stand above their total.
    ...take(
      "valueAdded",
      (variable) => isVector(variable, n) || (variable.rows === COSTS && variable.columns === n),
      `${COSTS} × ${n}, the total last, or ${n} numbers`,
      vector("value-added", "last-row"),
    ),
    // Behind the imported inputs of the sectors are imports for final use.
    ...take(
      "imports",
      (variable) => isVector(variable, n) || isVector(variable, withUses),
      uses > 0 ? `${n} or ${withUses} numbers` : `${n} numbers`,
      vector("imports"),
    ),
    ...take("exports", (variable) => isVector(variable, n), `${n} numbers`, vector("exports")),
    ...listEmissions(fields.get("emissions"), axes, rows, orientation, issues),
  ];
}

/** Emissions by city and sector, stored column after column: sectors by regions lie as the rows of the table do. */
function listEmissions(
  found: Found | undefined,
  axes: AxisCodes,
  rows: readonly Label[],
  stated: Orientation | undefined,
  issues: IssueList,
): Block[] {
  const orientation =
    found && checkOrientation(found.variable, axes, stated, `${found.path}!${found.variable.name}`, issues);
  if (!orientation) return [];
  const [R, N] = [axes.regions.length, axes.sectors.length];
  const across = orientation === "sectors-by-regions";
  const order = Int32Array.from(rows, (_, i) => (across ? i : (i % N) * R + Math.floor(i / N)));
  return [makeVectorBlock("emissions", found, rows, null, undefined, order)];
}
