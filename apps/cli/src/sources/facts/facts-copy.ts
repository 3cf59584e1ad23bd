import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The figures that ship with the product. */
export const FACTS = join(import.meta.dirname, "../../../../../data/facts");

/** A copy of the public figures that a test may spoil. */
export class FactsCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "tributary-facts-"));

  constructor() {
    cpSync(FACTS, this.folder, { recursive: true });
  }

  /** Change the text of a file; a change that does nothing is a mistake of the test. */
  edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(join(this.folder, file), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${file} changes nothing.`);
    writeFileSync(join(this.folder, file), after);
  }

  /** Put `text` into a cell of the first line that begins with `start`. */
  setCell(file: string, start: string, column: string, text: string): void {
    this.edit(file, (all) => {
      const lines = all.split("\n");
      const at = lines.findIndex((line) => line.startsWith(start));
      lines[at] = replaceCell(lines[at], lines[0].split(",").indexOf(column), () => text);
      return lines.join("\n");
    });
  }

  /** Change a cell of every line that begins with `start`. */
  mapColumn(file: string, start: string, column: string, change: (cell: string) => string): void {
    this.edit(file, (all) => {
      const [header, ...lines] = all.split("\n");
      const k = header.split(",").indexOf(column);
      return [header, ...lines.map((line) => (line?.startsWith(start) ? replaceCell(line, k, change) : line))].join(
        "\n",
      );
    });
  }

  /** Take out every line that begins with `start`. */
  dropLines(file: string, start: string): void {
    const keep = (line: string) => !line.startsWith(start);
    this.edit(file, (text) => text.split("\n").filter(keep).join("\n"));
  }

  remove(file = ""): void {
    rmSync(join(this.folder, file), { recursive: true });
  }
}

/** Number of the first line that begins with `start` in the figures as they ship. */
export function findLine(file: string, start: string): number {
  const lines = readFileSync(join(FACTS, file), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(start)) + 1;
}

function replaceCell(line: string, k: number, change: (cell: string) => string): string {
  if (k < 0) throw new Error("No such column.");
  const cells = [...line.matchAll(/(?:^|,)("[^"]*"|[^,]*)/g)].map(([, cell]) => cell);
  if (cells.length <= k) return line;
  cells[k] = change(cells[k]);
  return cells.join(",");
}
