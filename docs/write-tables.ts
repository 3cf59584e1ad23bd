// Writes what the documents copy from the code: `node docs/write-tables.ts && npm run format`. A test compares (docs/tables.test.ts).
import { readFileSync, writeFileSync } from "node:fs";
import { CATALOG } from "../packages/core/src/catalog.ts";
import { CONSTANTS } from "../packages/core/src/estimate/settings.ts";
import { LEVERS } from "../packages/scenarios/src/registry.ts";
import { makeScenarioJsonSchema } from "../packages/scenarios/src/scenario/scenario-schema.ts";

const BEGIN = "<!-- table:begin, written by docs/write-tables.ts -->";
const END = "<!-- table:end -->";

/** A generated document: where it stands, and its text as it should be. */
interface Document {
  url: URL;
  render(): string;
}

export const DOCUMENTS: readonly Document[] = [
  { url: new URL("glossary.md", import.meta.url), render: renderGlossary },
  { url: new URL("open-estimate.md", import.meta.url), render: renderOpenEstimate },
  { url: new URL("scenario-files.md", import.meta.url), render: renderScenarioFiles },
  {
    url: new URL("../data/schemas/scenario.v1.json", import.meta.url),
    render: () => `${JSON.stringify(makeScenarioJsonSchema(), null, 2)}\n`,
  },
];

function renderGlossary(): string {
  const rows = Object.values(CATALOG).map(({ symbol, word, shape, unit, formula, source, anchor }) => [
    code(symbol),
    `[${word}](method.md#${anchor})`,
    shape,
    unit,
    code(formula),
    source,
  ]);
  return `# Glossary

Written from \`packages/core/src/catalog.ts\` by \`docs/write-tables.ts\`; edit the code, not this file.
R regions, N sectors, n = R·N rows, region-major. The symbol is used inside the kernel, the word everywhere else.

${renderTable(["symbol", "word", "shape", "unit", "formula", "source"], rows)}`;
}

function renderOpenEstimate(): string {
  const rows = Object.entries(CONSTANTS).map(([name, { value, low, high, unit, meaning }]) => [
    code(name),
    String(value),
    `${low} to ${high}`,
    unit,
    meaning,
  ]);
  return fillMarks("open-estimate.md", renderTable(["setting", "value", "range", "unit", "meaning"], rows));
}

function renderScenarioFiles(): string {
  const rows = [...LEVERS.values()].map(({ id, label, touches, effort: { path, min, max, unit, presets } }) => [
    code(id),
    `${label.en} ${label.zh}`,
    touches,
    code(path.join(".")),
    `${min} to ${max}${unit === "1" ? "" : ` ${unit}`}`,
    presets.map(({ value, source }) => `${value}: ${source.en}`).join("; "),
  ]);
  return fillMarks(
    "scenario-files.md",
    renderTable(["lever", "name", "changes", "its slider moves", "range", "named levels"], rows),
  );
}

/** A document with a table between its marks. */
function fillMarks(file: string, table: string): string {
  const [before, rest] = readFileSync(new URL(file, import.meta.url), "utf8").split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  if (after === undefined) throw new Error(`docs/${file} has lost its marks: ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${table}\n${END}${after}`;
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

function code(text: string): string {
  return `\`${text}\``;
}

if (import.meta.main) for (const { url, render } of DOCUMENTS) writeFileSync(url, render());
