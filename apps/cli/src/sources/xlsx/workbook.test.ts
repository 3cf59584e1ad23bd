import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Workbook } from "./workbook.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-workbook-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Write members as a workbook. */
function write(members: Readonly<Record<string, string>>): string {
  const path = join(folder, "book.xlsx");
  const encode = (text: string) => new TextEncoder().encode(text);
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, encode(text)]))));
  return path;
}

/** All cells of a sheet: numbers as numbers, everything else as it is shown. */
async function readCells(path: string, sheet = "Table"): Promise<Record<number, (string | number)[]>> {
  const book = await Workbook.open(path);
  const rows: Record<number, (string | number)[]> = {};
  try {
    for await (const row of book.rows(sheet))
      rows[row.number] = Array.from({ length: row.width }, (_, k) =>
        Number.isNaN(row.numbers[k]) ? row.text(k) : row.numbers[k],
      );
  } finally {
    book.close();
  }
  return rows;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The one sheet of all these tests, as most programs write it. */
const PLAIN = {
  "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Table" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>Farms &amp; mills</t></si><si/><si><t xml:space="preserve"> x </t></si></sst>`,
  "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>-1.5e3</v></c></row><row r="3"><c r="A3" t="str"><f>A1</f><v>mills</v></c><c r="B3" s="1"><v>43101</v></c><c r="C3"><v>7</v></c></row></sheetData></worksheet>`,
};
const CELLS = { 1: ["Farms & mills", "", -1500], 3: ["mills", "date 43101", 7] };
const change = (...changes: [keyof typeof PLAIN, string | RegExp, string][]) => {
  const members: Record<string, string> = { ...PLAIN };
  for (const [member, from, to] of changes) members[member] = members[member].replaceAll(from, to);
  return members;
};
const SHEET = "xl/worksheets/sheet1.xml";
/** The same elements with a prefix. */
const prefix = (xml: string) => xml.replaceAll(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x=");
const ALL = Object.keys(PLAIN) as (keyof typeof PLAIN)[];

describe("one sheet, written in every valid way, is the same sheet", () => {
  const { [SHEET]: sheet, ...others } = PLAIN;
  test.each<[string, Readonly<Record<string, string>>]>([
    ["as most programs write it", PLAIN],
    ["with prefixes", Object.fromEntries(ALL.map((name) => [name, prefix(PLAIN[name])]))],
    ["in single quotes", change(...ALL.map((name): [typeof name, RegExp, string] => [name, /"/g, "'"]))],
    [
      "with blanks and line ends inside tags",
      change([SHEET, /(<\w+)( |>)/g, "$1\n $2"], [SHEET, /="/g, ' = "'], [SHEET, /<\/(\w+)>/g, "</$1 >"]),
    ],
    [
      "with absolute targets",
      change(
        ["_rels/.rels", "xl/workbook", "/xl/workbook"],
        ["xl/_rels/workbook.xml.rels", /Target="/g, 'Target="/xl/'],
      ),
    ],
    ["with targets by way of the folder above", change(["xl/_rels/workbook.xml.rels", /Target="/g, 'Target="../xl/'])],
    [
      "in the strict namespace",
      change(
        ...ALL.map((name): [typeof name, RegExp, string] => [
          name,
          /http:\/\/schemas\.openxmlformats\.org\/(\w+)\/2006/g,
          "http://purl.oclc.org/ooxml/$1",
        ]),
      ),
    ],
    [
      "with another prefix of relations",
      change(["xl/workbook.xml", /\br:/g, "d3p1:"], ["xl/workbook.xml", "xmlns:r", "xmlns:d3p1"]),
    ],
    [
      "with other names of its parts",
      {
        ...others,
        "_rels/.rels": others["_rels/.rels"].replace("xl/workbook.xml", "book/main.xml"),
        "book/main.xml": others["xl/workbook.xml"],
        "book/_rels/main.xml.rels": others["xl/_rels/workbook.xml.rels"]
          .replace("worksheets/sheet1", "Data")
          .replace("sharedStrings.xml", "texts.xml")
          .replace("styles.xml", "looks.xml"),
        "book/texts.xml": others["xl/sharedStrings.xml"],
        "book/looks.xml": others["xl/styles.xml"],
        "book/data.xml": sheet,
      },
    ],
    ["without root relations", Object.fromEntries(Object.entries(PLAIN).filter(([name]) => name !== "_rels/.rels"))],
    ["with texts in their cells", change([SHEET, 't="s"><v>0</v>', 't="inlineStr"><is><t>Farms &amp; mills</t></is>'])],
    [
      "with texts of several runs and readings",
      change([
        SHEET,
        't="s"><v>0</v>',
        't="inlineStr"><is><r><rPr><b/></rPr><t>Farms</t></r><r><t xml:space="preserve"> &#38; mills</t></r><rPh sb="0" eb="1"><t>fa</t></rPh></is>',
      ]),
    ],
    [
      "with shared texts of several runs and readings",
      change([
        "xl/sharedStrings.xml",
        "<t>Farms &amp; mills</t>",
        '<r><t>Farms</t></r><r><rPr/><t> &amp; mills</t></r><rPh sb="0" eb="1"><t>fa</t></rPh><phoneticPr/>',
      ]),
    ],
    [
      "with sections of characters and comments",
      change(
        [SHEET, "<v>7</v>", "<!-- <v>8</v> --><v><![CDATA[7]]></v>"],
        ["xl/sharedStrings.xml", "Farms &amp; mills", "<![CDATA[Farms & mills]]>"],
      ),
    ],
    [
      "without addresses of cells that follow one another",
      change([SHEET, /<c r="(A3|B3|C3)"/g, "<c"], [SHEET, ' r="C1"', ' r="C1" cm="1"']),
    ],
    [
      "with empty cells and no addresses at all",
      change([SHEET, '<c r="C1">', '<c r="B1"/><c r="C1">'], [SHEET, / r="[A-C]\d"/g, ""]),
    ],
    [
      "with empty rows and no numbers of rows",
      change([SHEET, '<row r="3">', '<row r="2"/><row r="3">'], [SHEET, /<row r="\d"/g, "<row"]),
    ],
    ["with digits as entities", change([SHEET, "<v>7</v>", "<v>&#55;</v>"], [SHEET, "-1.5e3", "\n-1500\n"])],
    [
      "with a style before and other attributes",
      change([SHEET, '<c r="B3" s="1">', '<c s="1" x:y="z>" t="n" r="B3" ph="1">']),
    ],
    [
      "with row breaks and other elements behind",
      change([
        SHEET,
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><rowBreaks><brk id="1"/></rowBreaks>',
      ]),
    ],
    [
      "with a mark of bytes and an instruction",
      change([SHEET, "<worksheet", "\ufeff<?mso-application progid='Excel.Sheet'?><worksheet"]),
    ],
  ])("%s", async (_name, members) => expect(await readCells(write(members))).toEqual(CELLS));
});

test.each([
  ["#N/A", '<c r="A1" t="e"><v>#N/A</v></c>'],
  ["TRUE", '<c r="A1" t="b"><v>1</v></c>'],
  ["date 2017-01-05", '<c r="A1" t="d"><v>2017-01-05</v></c>'],
  ["formula B1*2", '<c r="A1"><f>B1*2</f></c>'],
  ["", '<c r="A1"/>'],
  ["line\r\nend", '<c r="A1" t="str"><v>line_x000D_\nend</v></c>'],
  [" x ", '<c r="A1" t="s"><v>2</v></c>'],
])("%j is shown as such", async (text, cell) => {
  const sheet = `<worksheet><sheetData><row r="1">${cell}<c r="B1"><v>1</v></c></row></sheetData></worksheet>`;
  expect((await readCells(write({ ...PLAIN, [SHEET]: sheet })))[1]).toEqual([text, 1]);
});

test("rows longer than a piece of the archive are read whole", async () => {
  const cells = Array.from({ length: 16000 }, (_, k) => `<c><v>${k}.${"0".repeat(60)}</v></c>`).join("");
  const sheet = `<worksheet><sheetData><row>${cells}</row><row><c><v>5</v></c></row></sheetData></worksheet>`;
  const rows = await readCells(write({ ...PLAIN, [SHEET]: sheet }));
  expect(rows[1]).toHaveLength(16000);
  expect(rows[1][15999]).toBe(15999);
  expect(rows[2]).toEqual([5]);
});

test("a sheet that ends within a row is refused", async () => {
  const sheet = PLAIN[SHEET].slice(0, PLAIN[SHEET].indexOf("<v>7"));
  await expect(readCells(write({ ...PLAIN, [SHEET]: sheet }))).rejects.toThrow("ends within row 3");
});

test.each([
  ["texts without end", "xl/sharedStrings.xml", "<si>"],
  ["readings without end", "xl/sharedStrings.xml", "<si><rPh>"],
  ["signs of tags", "xl/sharedStrings.xml", "<si><t><<<<"],
  ["relations without end", "xl/_rels/workbook.xml.rels", "<Relationship "],
  ["styles without end", "xl/styles.xml", "<cellXfs "],
  ["rows without end", SHEET, "<row><c><v>1"],
  ["comments without end", SHEET, "<row><!--"],
])("%s take time in proportion to their length", async (_name, member, piece) => {
  const path = write({ ...PLAIN, [member]: piece.repeat(Math.ceil(4e6 / piece.length)) });
  const begin = performance.now();
  await readCells(path).catch(() => {});
  expect(performance.now() - begin).toBeLessThan(3000);
});
