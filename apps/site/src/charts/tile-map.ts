import { type ChartOptions, escapeXml, frame, isWide, px } from "./frame.ts";
import { text } from "./marks.ts";
import { textWidth } from "./place.ts";
import { drawStepKey, type Hue, keyHeight, paint, type StepKey, type Stepped } from "./steps.ts";

/** One city as a square. */
interface Tile {
  code: string;
  /** Short enough for a square, or not drawn. */
  name: string;
  cell: readonly [column: number, row: number];
  value: Stepped | null;
}

export interface TileMapData {
  title: string;
  desc: string;
  hue: Hue;
  tiles: readonly Tile[];
  key: StepKey;
  /** Place of the city in focus among the tiles. */
  focus: number | null;
}

const GAP = 2;
/** Step from which a fill is strong. */
const DARK = 3;

/** Class of a name on a square: on the strong steps that of the paper, except on ochre, which takes ink in either scheme. */
function toneOf(value: Stepped | null, hue: Hue): string {
  if (value === null) return "t-3 small";
  if (value.growth || value.step < DARK) return "small";
  return hue === "local" ? "t-onlocal small" : "t-on small";
}

/** Every city as a square of the same size near its position, so that large and small ones are seen alike. */
export function tileMap({ title, desc, hue, tiles, key, focus }: TileMapData, options: ChartOptions): string {
  const { width } = options;
  const wide = isWide(width);
  const columns = Math.max(...tiles.map(({ cell }) => cell[0])) + 1;
  const rows = Math.max(...tiles.map(({ cell }) => cell[1])) + 1;
  const pitch = Math.min(width / columns, wide ? 60 : 40);
  const size = pitch - GAP;
  const drawn = tiles.map(({ code, name, cell: [column, row], value }) => {
    const [x, y] = [column * pitch, row * pitch];
    const attributes = `${paint(value, hue)} data-code="${escapeXml(code)}"`;
    const square = `<rect x="${px(x)}" y="${px(y)}" width="${px(size)}" height="${px(size)}" ${attributes}/>`;
    const fits = textWidth(name, "small") < size - 3;
    return square + (fits ? text(x + size / 2, y + size / 2, name, toneOf(value, hue), "middle") : "");
  });
  const own = focus === null ? null : tiles[focus]!.cell;
  const ring = own
    ? `<rect x="${px(own[0] * pitch - 1)}" y="${px(own[1] * pitch - 1)}" width="${px(size + 2)}" height="${px(size + 2)}" fill="none" stroke="var(--focus-city)" stroke-width="3"/>`
    : "";
  const keyTop = rows * pitch + 12;
  const height = keyTop + keyHeight(key) + 4;
  return frame(options, { height, title, desc }, drawn.join("") + ring + drawStepKey(key, hue, 0, keyTop, null));
}
