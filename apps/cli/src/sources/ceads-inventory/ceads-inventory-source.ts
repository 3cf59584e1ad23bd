import { showPath } from "../../paths.ts";
import { findChinaTotals } from "../ceads/china-totals.ts";
import { PROVINCES } from "../ceads/provinces.ts";
import type { IssueList } from "../issue-list.ts";
import type { Block, Label, Part } from "../tables/block.ts";
import { listFiles, requireFiles } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";
import { Workbook } from "../xlsx/workbook.ts";
import { type InventoryRow, readInventorySheet } from "./inventory-sheet.ts";

const XLSX = /\.xlsx$/i;
const UNIT = "Mt";
/** Direct emissions of households; every other item is a sector's. */
const HOUSEHOLDS = /^(urban|rural)\b|城镇|农村|居民/i;

/** CEADs' inventories of provinces: a sheet a province and year, an item a row, the sum in the last column. */
export const ceadsInventorySource: TableSource = {
  id: "ceads-inventory",
  summary:
    "CEADs' emission inventories of provinces, a sheet a province (Mt), with --concordance from items to sectors",
  totals: findChinaTotals,
  recognises: (path) => listFiles([path], XLSX).some((file) => XLSX.test(file) && /inventor/i.test(file)),
  async open(paths, { year }, issues) {
    const files = requireFiles(paths, XLSX, ".xlsx");
    const rows: InventoryRow[] = [];
    for (const path of files) rows.push(...(await readWorkbook(path, year, issues)));
    if (rows.length === 0)
      issues.error(
        { file: files.map(showPath).join(", ") },
        {
          code: "wrong-sheet",
          message: `no sheet is that of a province in ${year}`,
          hint: "sheets are called Beijing2017 and so on",
        },
      );
    const name = files.map(showPath).join(", ");
    return { blocks: rows.length > 0 ? listBlocks(name, rows) : [], files, ignored: [], close: () => {} };
  },
};

async function readWorkbook(path: string, year: number, issues: IssueList): Promise<InventoryRow[]> {
  const workbook = await Workbook.open(path);
  try {
    const rows: InventoryRow[] = [];
    for (const sheet of workbook.sheets) {
      const name = sheet.replace(String(year), "").trim();
      if (sheet.includes(String(year)) && PROVINCES.find(name) >= 0)
        rows.push(...(await readInventorySheet(workbook, sheet, PROVINCES.entries[PROVINCES.find(name)].code, issues)));
    }
    return rows;
  } finally {
    workbook.close();
  }
}

function listBlocks(name: string, rows: readonly InventoryRow[]): Block[] {
  const households = rows.filter(({ item }) => HOUSEHOLDS.test(item));
  const sectors = rows.filter(({ item }) => !HOUSEHOLDS.test(item));
  const gas: Label = { region: null, item: "CO2", unit: UNIT };
  const emissions = makeBlock(
    "emissions",
    name,
    [gas],
    sectors.map((row) => ({ row, label: { region: row.region, item: row.item } })),
  );
  return households.length > 0 ? [emissions, makeHouseholds(name, households)] : [emissions];
}

function makeBlock(
  part: Part,
  name: string,
  columns: readonly Label[],
  rows: readonly { row: InventoryRow; label: Label }[],
): Block {
  return {
    ...{ part, name, columns, unit: UNIT },
    placeOf: () => rows[0].row.place,
    async *rows() {
      for (const { row, label } of rows)
        yield { label, values: Float64Array.of(row.value), textOf: () => row.text, placeOf: () => row.place };
    },
  };
}

/** Items of households as one row, added up by region. */
function makeHouseholds(name: string, rows: readonly InventoryRow[]): Block {
  const columns = rows.map(({ region, item }) => ({ region, item }));
  return {
    ...{ part: "household-emissions", name, columns, unit: UNIT },
    placeOf: (column) => rows[column].place,
    async *rows() {
      yield {
        label: { region: null, item: "CO2", unit: UNIT },
        values: Float64Array.from(rows, ({ value }) => value),
        textOf: (column) => rows[column].text,
        placeOf: (column) => rows[column ?? 0].place,
      };
    },
  };
}
