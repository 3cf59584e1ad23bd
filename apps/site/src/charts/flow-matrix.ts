import { type ChartOptions, frame, isWide, say } from "./frame.ts";
import { circle, text } from "./marks.ts";
import { widest } from "./place.ts";

/** One flow: its amount in any unit, negative for growth, and how it is printed. */
interface FlowCell {
  value: number;
  text: string;
}

export interface FlowMatrixData {
  title: string;
  /** What rows and columns are, before their names: "in", "for". */
  heads: readonly [row: string, column: string];
  names: readonly string[];
  /** Row by row, from the city of the row for the city of the column. */
  cells: readonly (readonly FlowCell[])[];
}

const TOP = 44;
const LARGEST = { wide: 30, narrow: 20 };
const LEAST = 1.5;

/** Flows among a few cities as circles whose area is the amount; the diagonal is what each does for itself. */
export function flowMatrix({ title, heads, names, cells }: FlowMatrixData, options: ChartOptions): string {
  const { lang, width } = options;
  const wide = isWide(width);
  const radius = wide ? LARGEST.wide : LARGEST.narrow;
  const largest = Math.max(...cells.flat().map(({ value }) => Math.abs(value))) || 1;
  const left = Math.min(widest(names, "strong") + 20, wide ? 200 : 104);
  const pitch = (width - left) / names.length;
  const row = 2 * radius + 34;
  const middle = (column: number) => left + (column + 0.5) * pitch;
  const columns = names.map((name, c) => text(middle(c), 28, name, "strong", "middle"));
  const rows = cells.map((line, r) => {
    const y = TOP + r * row + radius;
    const marks = line.map(({ value, text: printed }, c) => {
      const token = r === c ? "local" : "out";
      const size = Math.max(radius * Math.sqrt(Math.abs(value) / largest), LEAST);
      const look =
        value < 0 ? `fill="var(--plate)" stroke="var(--${token})" stroke-width="1.75"` : `fill="var(--${token})"`;
      return circle(middle(c), y, size, look) + text(middle(c), y + size + 12, printed, "num halo", "middle");
    });
    return text(0, y, names[r]!, "strong") + marks.join("");
  });
  const corner = text(0, 8, `${heads[0]} ↓`, "t-2") + text(left, 8, `${heads[1]} →`, "t-2");
  const list = names.flatMap((from, r) => names.map((to, c) => `${from} → ${to} ${cells[r]![c]!.text}`));
  const height = TOP + names.length * row;
  const desc = list.join(say(lang, "; ", "；"));
  return frame(options, { height, title, desc }, corner + columns.join("") + rows.join(""));
}
