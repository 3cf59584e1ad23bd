import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow, Label } from "../tables/block.ts";
import { nameColumn, type SheetRow } from "../xlsx/sheet-row.ts";
import type { Workbook } from "../xlsx/workbook.ts";
import { classifyLabel, type Kind } from "./classify-label.ts";
import { CollectedBlock } from "./collected-block.ts";
import type { ColumnRole, SheetLayout } from "./sheet-layout.ts";

/** A sheet whose layout is known. */
export interface ProvincialSheet {
  workbook: Workbook;
  sheet: string;
  layout: SheetLayout;
  isProvince: (text: string) => boolean;
}

/** The blocks of a sheet: flows first, and with them everything else is read. */
export function listSheetBlocks(source: ProvincialSheet, issues: IssueList): Block[] {
  const { workbook, sheet, layout } = source;
  const name = `${workbook.name}!${sheet}`;
  const pick = (kind: Kind) => layout.columns.filter((role) => role.kind === kind);
  const [flows, uses, exports, output] = [pick("sector"), pick("final-use"), pick("exports"), pick("output")];
  let done: Promise<void> | null = null;
  const ready = () => (done ??= drain(flowBlock.rows()));
  const collected = (part: Block["part"], roles: readonly ColumnRole[], labels: readonly Label[]) =>
    new CollectedBlock(
      part,
      name,
      layout.sectorRow,
      labels,
      roles.map(({ column }) => column),
      ready,
    );
  const parts = {
    Y: collected("Y", uses, uses.map(nameRole)),
    exports: collected(
      "exports",
      exports,
      exports.map(({ item }) => ({ region: null, item })),
    ),
    x: collected(
      "x",
      output,
      output.map(({ item }) => ({ region: null, item })),
    ),
    imports: collected("imports", flows, flows.map(nameRole)),
    valueAdded: collected("value-added", flows, flows.map(nameRole)),
  };
  const flowBlock: Block = {
    part: "Z",
    name,
    columns: flows.map(nameRole),
    unit: null,
    placeOf: (column) => `${name}!${nameColumn(flows[column].column)}${layout.sectorRow}`,
    rows: () => {
      const rows = readRows(source, flows, parts, issues);
      done = Promise.resolve();
      return rows;
    },
  };
  const has = (block: CollectedBlock, roles: readonly ColumnRole[]) => (roles.length > 0 ? [block.block] : []);
  return [
    flowBlock,
    ...has(parts.Y, uses),
    ...has(parts.exports, exports),
    ...has(parts.x, output),
    parts.imports.block,
    parts.valueAdded.block,
  ];
}

type Parts = Readonly<Record<"Y" | "exports" | "x" | "imports" | "valueAdded", CollectedBlock>>;

function nameRole({ province, item }: ColumnRole): Label {
  return { region: province, item };
}

async function drain(rows: AsyncIterable<BlockRow>): Promise<void> {
  for await (const _ of rows);
}

/** The rows of the flows; those of the other parts are collected on the way. */
async function* readRows(
  { workbook, sheet, layout, isProvince }: ProvincialSheet,
  flows: readonly ColumnRole[],
  parts: Parts,
  issues: IssueList,
): AsyncGenerator<BlockRow> {
  const name = `${workbook.name}!${sheet}`;
  const columns = flows.map(({ column }) => column);
  const values = new Float64Array(columns.length);
  let province = "";
  let provinceColumn = -1;
  let body = true;
  for await (const row of workbook.rows(sheet)) {
    if (row.number <= layout.sectorRow || isHeading(row, layout)) continue;
    const texts = Array.from({ length: layout.firstColumn }, (_, column) => row.text(column).trim());
    const at = texts.findIndex(isProvince);
    if (at >= 0) [province, provinceColumn] = [texts[at], at];
    const named = texts.filter((text) => text !== "" && !isProvince(text));
    const kind = classifyLabel(named);
    body &&= kind === "sector";
    if (!body) {
      collectBelow(row, kind, named[0] ?? "", parts);
      continue;
    }
    // Beside the name of a sector, what stands where provinces do is the name of one, misspelt.
    if (at < 0 && named.length > 1 && texts[provinceColumn]) province = named.shift() ?? province;
    if (named.length === 0) {
      issues.error(
        { file: `${name}!A${row.number}` },
        { code: "no-label", message: "a row without the name of a sector" },
      );
      continue;
    }
    const label = { region: province, item: named[0] };
    for (const part of [parts.Y, parts.exports, parts.x]) part.collect(row, label);
    for (let k = 0; k < columns.length; k++) values[k] = columns[k] < row.width ? row.numbers[columns[k]] : Number.NaN;
    yield {
      label,
      values,
      textOf: (column) => row.text(columns[column]),
      placeOf: (column) => `${name}!${column === undefined ? "A" : nameColumn(columns[column])}${row.number}`,
    };
  }
}

/** The row of codes below the sectors holds no numbers of the table. */
function isHeading(row: SheetRow, { sectorRow, firstColumn }: SheetLayout): boolean {
  if (row.number > sectorRow + 1) return false;
  for (let column = 0; column < firstColumn; column++)
    if (/\S/.test(row.text(column))) return /code|代码|编码/i.test(row.text(column));
  return true;
}

/** Below the flows: imports, and value added as a total, for its parts would count it twice. */
function collectBelow(row: SheetRow, kind: Kind, item: string, parts: Parts): void {
  if (kind === "imports") parts.imports.collect(row, { region: null, item });
  if (kind === "value-added") parts.valueAdded.collect(row, { region: null, item });
}
