import { showPath } from "../../paths.ts";
import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow, Label, Part } from "../tables/block.ts";
import { readLines } from "./line-reader.ts";
import { scanNumbers } from "./scan-numbers.ts";
import { TableText } from "./table-text.ts";

const TAB = 9;

/** A file of numbers alone, whose rows and columns other files name. */
export interface BareFile {
  path: string;
  part: Part;
  rows: readonly Label[];
  columns: readonly Label[];
  unit: string | null;
}

/** Tab-separated numbers with the names that go with them; a trailing tab is no column. */
export function openBare({ path, part, rows, columns, unit }: BareFile, issues: IssueList): Block {
  const name = showPath(path);
  return { part, name, columns, unit, placeOf: (column) => `${name}:1:${column + 1}`, rows: read };

  async function* read(): AsyncGenerator<BlockRow> {
    const text = new TableText(TAB, "utf-8");
    const values = new Float64Array(columns.length);
    let row = 0;
    for await (const { number, bytes } of readLines(path)) {
      if (bytes.length === 0) continue;
      const found = scanNumbers(bytes, 0, TAB, values) - (bytes[bytes.length - 1] === TAB ? 1 : 0);
      const label = rows[row++];
      if (!label || found !== columns.length) {
        const message = label
          ? `has ${found} numbers where ${columns.length} columns are named`
          : `is one row more than the ${rows.length} that are named`;
        issues.error({ file: name, line: number }, { code: "ragged-row", message });
        issues.stopIfFull();
        continue;
      }
      yield {
        label,
        values,
        textOf: (column) => text.cellOf(bytes, column),
        placeOf: (column) => [name, number, ...(column === undefined ? [] : [column + 1])].join(":"),
      };
    }
    if (row < rows.length)
      issues.error(
        { file: name },
        {
          code: "missing-row",
          message: `has ${row} rows where ${rows.length} are named`,
          hint: "the file may be cut short",
        },
      );
  }
}
