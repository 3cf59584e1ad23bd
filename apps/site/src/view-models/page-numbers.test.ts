import type { CityResult } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { drawChart } from "../components/draw.ts";
import { LANGS } from "../lib/lang.ts";
import { makeDraws } from "../testing/make-draws.ts";
import { makeGallery } from "../testing/make-gallery.ts";
import { makeResults } from "../testing/make-results.ts";
import { says } from "../testing/says.ts";
import { makeAtlas } from "./atlas.ts";
import { type CityFacts, prepareCity, prepareCountry } from "./city/facts.ts";
import { type CityView, makeCityView } from "./city.ts";
import { makeSectionFiles } from "./files/data-files.ts";
import { FILE_IDS, type FileId, type Section, type Table } from "./page-parts.ts";

const { summary, cities, details } = makeResults(40);
const country = prepareCountry(summary, cities, makeDraws(cities));
const gallery = makeGallery(cities);
const factsOf = (detail: CityResult) => prepareCity(country, detail, gallery);

/** Cells of a CSV by row and column; a line is cut at the commas that stand in no quotes. */
function parseCsv(text: string): string[][] {
  const cut = (line: string) => line.match(/(?<=^|,)("([^"]|"")*"|[^,]*)/g) ?? [];
  const plain = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) => cut(line).map(plain));
}

/** The table of a data file; a cell by the heading of its row, or the place of the row, and its column. */
function openFile(facts: CityFacts, id: FileId) {
  const text = makeSectionFiles(facts).find(({ name }) => name === `${id}.csv`)!.text;
  const [columns = [], ...rows] = parseCsv(text);
  return {
    rows,
    cell(row: string | number, column: string): number {
      const found = typeof row === "number" ? rows[row]! : rows.find(([head]) => head === row)!;
      return Number(found[columns.indexOf(column)]);
    },
  };
}

const wordsOf = ({ rows }: Table) => rows.map(({ head, cells }) => [head, ...cells].join(" ; ")).join("\n");

/** Everything that a section says of a figure: its sentence, the words in its drawings, the cells of its table. */
function readSection(view: CityView, lang: "en" | "zh", id: Section["id"], figure: string = id) {
  const section = view.sections.find((each) => each.id === id)!;
  const found = section.figures.find((each) => each.id === figure);
  const atlas = makeAtlas(country, lang);
  const drawn = found?.charts.map((chart) => drawChart(chart, atlas, { lang, width: 688, id: "f" })).join("");
  const table = found?.table ?? section.table;
  return {
    say: section.say,
    numbers: section.numbers?.map(({ value, unit }) => `${value} ${unit}`) ?? [],
    chart: (drawn ?? "").replaceAll(/<[^>]*>/g, " ; "),
    table: table ? wordsOf(table) : "",
  };
}

describe.each(LANGS)("the same number in prose, chart, table and file, in %s", (lang) => {
  // One city of every class, and one whose class is unclassified.
  const chosen = [...new Map(details.map((detail, c) => [cities[c]!.mitigation.class, detail])).values()];

  test.each(chosen)("$code", (detail) => {
    const facts = factsOf(detail);
    const view = makeCityView(facts, lang, makeAtlas(country, lang), null);
    const file = (id: FileId) => openFile(facts, id);
    const read = (id: Section["id"], figure?: string) => readSection(view, lang, id, figure);
    const expectIn = (value: number, ...texts: string[]) => {
      for (const text of texts) expect(says(text, value, lang), `${value} in: ${text}`).toBe(true);
    };

    const short = read("in-short");
    ["footprint", "outsourced share", "local mitigation", "outsourced mitigation"].forEach((name, i) => {
      expectIn(file("in-short").cell(name, "value"), short.numbers[i]!, short.say);
    });

    const mitigation = read("mitigation");
    for (const part of ["local", "outsourced"]) {
      const value = file("mitigation").cell(facts.city.code, part);
      expectIn(value, mitigation.say, mitigation.chart, mitigation.table);
      expect(value).toBe(file("in-short").cell(`${part} mitigation`, "value"));
      expect(value).toBe(file("certainty").cell(`${part} mitigation`, "value"));
    }

    const accounts = read("accounts");
    for (const account of ["production", "footprint", "local"])
      expectIn(file("accounts").cell(account, "2017"), accounts.say, accounts.chart, accounts.table);
    expectIn(file("accounts").cell("outsourcedPower", "2017"), accounts.table);
    const [use] = file("uses").rows;
    const footprint = file("accounts").cell("footprint", "2017");
    expectIn(file("uses").cell(use![0]!, "2017") / footprint, read("accounts", "uses").chart);

    const origins = read("origins", "origins");
    const outside = file("origins").rows.findIndex(([code]) => code !== facts.city.code);
    expectIn(file("origins").cell(outside, "2017"), origins.chart, read("origins").table);

    const [product = []] = file("chains").rows;
    const total = product.slice(1, 7).reduce((sum, cell) => sum + Number(cell), 0);
    expectIn(total, read("chains").chart, read("chains").table);
    const chains = read("chains", "paths");
    for (const k of [0, 5]) expectIn(file("paths").cell(k, "value"), chains.chart, chains.table);

    const why = read("why");
    for (const cause of ["technology", "demand-level"])
      expectIn(file("why").cell(cause, "local") + file("why").cell(cause, "outsourced"), why.chart, why.table);

    const partners = read("partners");
    expectIn(file("partners").cell(0, "received"), partners.chart, partners.table);
    const sum = file("partners").rows.reduce((all, _, i) => all + file("partners").cell(i, "received"), 0);
    expect(sum / facts.city.mitigation.outsourced).toBeCloseTo(1, 2);

    if (facts.peers.length > 0) {
      const peers = read("peers");
      expectIn(file("peers").cell(facts.city.code, "footprint"), peers.chart, peers.table);
    }

    const whatIf = read("what-if");
    const [before, after] = ["footprint_before", "footprint_after"].map((name) => file("what-if").cell(0, name));
    expectIn(after! - before!, whatIf.chart);
    expectIn(after!, whatIf.table);

    const sure = read("certainty");
    const range = read("certainty", "certainty-range");
    const likeliest = file("certainty").cell(`probability ${facts.certainty!.likeliest}`, "value");
    expectIn(likeliest, sure.chart, sure.table);
    expectIn(file("certainty").cell("local, 95% of draws", "value"), range.say, range.chart, range.table);
  });
});

test("a JSON file holds what its CSV holds", () => {
  for (const detail of details.slice(0, 5)) {
    const files = makeSectionFiles(factsOf(detail));
    for (const id of FILE_IDS) {
      const text = (ending: string) => files.find(({ name }) => name === `${id}.${ending}`)!.text;
      const { columns, rows } = JSON.parse(text("json"));
      const [head = [], ...cells] = parseCsv(text("csv"));
      expect(head.slice(0, columns.length), id).toEqual(columns);
      const printed = rows.map((row: unknown[]) => row.map((cell) => (cell === null ? "" : String(cell))));
      expect(
        cells.map((row) => row.slice(0, columns.length)),
        id,
      ).toEqual(printed);
    }
  }
});
