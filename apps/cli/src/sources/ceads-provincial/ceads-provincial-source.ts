import { findChinaTotals } from "../ceads/china-totals.ts";
import { PROVINCES } from "../ceads/provinces.ts";
import type { IssueList } from "../issue-list.ts";
import { listFiles, requireFiles } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";
import { Workbook } from "../xlsx/workbook.ts";
import { checkHeadings } from "./check-headings.ts";
import { listSheetBlocks } from "./provincial-sheet.ts";
import { findLayout, HEAD_ROWS, type HeadRow, readTexts, type SheetLayout } from "./sheet-layout.ts";

const XLSX = /\.xlsx$/i;
const isProvince = (text: string) => PROVINCES.find(text) >= 0;

/** CEADs' multi-regional table of China's provinces, in all its variants. */
export const ceadsProvincialSource: TableSource = {
  id: "ceads-provincial",
  summary: "CEADs' table of China's provinces, a workbook with provinces over sectors (10^4 CNY)",
  totals: findChinaTotals,
  recognises: (path) => listFiles([path], XLSX).some((file) => XLSX.test(file) && /mrio|table/i.test(file)),
  async open(paths, { sheet }, issues) {
    const [path, ...others] = requireFiles(paths, XLSX, ".xlsx");
    const workbook = await Workbook.open(path);
    const found = await findSheet(workbook, sheet, issues);
    if (found) checkHeadings(`${workbook.name}!${found.sheet}`, found.layout, issues);
    const blocks = found ? listSheetBlocks({ workbook, isProvince, ...found }, issues) : [];
    return {
      blocks: blocks.map((block) => ({ ...block, unit: "10^4 CNY" })),
      files: [path],
      ignored: others,
      regions: PROVINCES,
      close: () => workbook.close(),
    };
  },
};

/** The sheet that is named, else the first that has the layout. */
async function findSheet(
  workbook: Workbook,
  wanted: string | undefined,
  issues: IssueList,
): Promise<{ sheet: string; layout: SheetLayout } | null> {
  for (const sheet of wanted ? [wanted] : workbook.sheets) {
    const layout = findLayout(await readHead(workbook, sheet), isProvince);
    if (layout) return { sheet, layout };
  }
  const message = wanted
    ? `sheet "${wanted}" has no row of provinces`
    : `no sheet has a row of provinces: ${workbook.sheets.join(", ")}`;
  const hint =
    "a row with the provinces, each over its first sector, and below it the sectors; --sheet names another sheet";
  issues.error({ file: workbook.name }, { code: "wrong-sheet", message, hint });
  return null;
}

async function readHead(workbook: Workbook, sheet: string): Promise<HeadRow[]> {
  const head: HeadRow[] = [];
  for await (const row of workbook.rows(sheet)) {
    head.push({ number: row.number, texts: readTexts(row) });
    if (head.length === HEAD_ROWS) break;
  }
  return head;
}
