import { zipSync } from "fflate";
import { nameColumn } from "../xlsx/sheet-row.ts";
import type { Cells } from "./table-files.ts";

/** A cell that is written as XML, to say what no text or number can. */
export interface RawCell {
  /** Attributes behind the address, such as `t="e"`. */
  attributes: string;
  content: string;
}

/** A workbook with sheets of cells; texts are shared, `null` leaves a cell out. */
export function makeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (Cells[number][number] | RawCell | null)[])[]>>,
): Uint8Array {
  const names = Object.keys(sheets);
  const strings = new Map<string, number>();
  const share = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text);
  };
  const encode = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const cell = (value: Cells[number][number] | RawCell | null, column: number, row: number) => {
    const at = `r="${nameColumn(column)}${row}"`;
    if (value === null || value === "") return "";
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (typeof value === "object") return `<c ${at} ${value.attributes}>${value.content}</c>`;
    return `<c ${at} t="s"><v>${share(value)}</v></c>`;
  };
  const files: Record<string, Uint8Array> = {};
  for (const [k, rows] of Object.values(sheets).entries()) {
    const body = rows.map(
      (cells, r) => `<row r="${r + 1}">${cells.map((value, c) => cell(value, c, r + 1)).join("")}</row>`,
    );
    files[`xl/worksheets/sheet${k + 1}.xml`] = encode(`<worksheet><sheetData>${body.join("")}</sheetData></worksheet>`);
  }
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  files["xl/workbook.xml"] = encode(
    `<workbook><sheets>${names.map((name, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join("")}</sheets></workbook>`,
  );
  files["xl/_rels/workbook.xml.rels"] = encode(
    `<Relationships>${names.map((_, k) => `<Relationship Id="rId${k + 1}" Type="worksheet" Target="worksheets/sheet${k + 1}.xml"/>`).join("")}</Relationships>`,
  );
  files["xl/sharedStrings.xml"] = encode(
    `<sst>${[...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
  );
  files["xl/styles.xml"] = encode(
    '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  return zipSync(files, { level: 1 });
}
