// Writes what the documents copy from the code: `node docs/write-tables.ts && npm run format`. A test compares (docs/tables.test.ts).
import { readFileSync, writeFileSync } from "node:fs";
import { CATALOG } from "../packages/core/src/catalog.ts";
import { CONSTANTS } from "../packages/core/src/estimate/settings.ts";

const BEGIN = "<!-- settings:begin, written by docs/write-tables.ts -->";
const END = "<!-- settings:end -->";

/** A generated document: where it stands, and its text as it should be. */
interface Document {
  url: URL;
  render(): string;
}

export const DOCUMENTS: readonly Document[] = [
  { url: new URL("glossary.md", import.meta.url), render: renderGlossary },
  { url: new URL("open-estimate.md", import.meta.url), render: renderOpenEstimate },
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
  const text = readFileSync(new URL("open-estimate.md", import.meta.url), "utf8");
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  if (after === undefined) throw new Error(`docs/open-estimate.md has lost its marks: ${BEGIN} … ${END}`);
  const rows = Object.entries(CONSTANTS).map(([name, { value, low, high, unit, meaning }]) => [
    code(name),
    String(value),
    `${low} to ${high}`,
    unit,
    meaning,
  ]);
  return `${before}${BEGIN}\n\n${renderTable(["setting", "value", "range", "unit", "meaning"], rows)}\n${END}${after}`;
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

function code(text: string): string {
  return `\`${text}\``;
}

if (import.meta.main) for (const { url, render } of DOCUMENTS) writeFileSync(url, render());
