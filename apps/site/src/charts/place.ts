import { type Anchor, text, textSize } from "./marks.ts";

/** A rectangle on the drawing: left, top, right, bottom [px]. */
export type Box = readonly [number, number, number, number];

const NARROW = /[iljtfrI.,:;'’|()!· \u202f]/;
const WIDE = /[mwMW%—←→]/;

/** Rough width of `content` in the chart face [px]; errs on the wide side. */
export function textWidth(content: string, classes = ""): number {
  let em = 0;
  for (const character of content) {
    if (character >= "\u2e80") em += 1;
    else if (NARROW.test(character)) em += 0.31;
    else if (WIDE.test(character)) em += 0.84;
    else if (character >= "A" && character <= "Z") em += 0.61;
    else em += 0.53;
  }
  return em * textSize(classes) * (classes.includes("strong") ? 1.06 : 1);
}

/** The text as far as it fits into `width` px; what does not fit is left out and said so by an ellipsis. */
export function fitText(content: string, width: number, classes = ""): string {
  if (textWidth(content, classes) <= width) return content;
  const letters = [...content];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, classes) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Width of the widest of `contents` [px]. */
export const widest = (contents: readonly string[], classes = ""): number =>
  Math.max(0, ...contents.map((content) => textWidth(content, classes)));

export const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** The rectangle that `content` takes when drawn with the same arguments by `text`. */
export function textBox(x: number, y: number, content: string, classes = "", anchor: Anchor = "start"): Box {
  const width = textWidth(content, classes);
  const half = textSize(classes) * 0.55;
  const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  return [left, y - half, left + width, y + half];
}

export interface Label {
  x: number;
  y: number;
  /** Radius of the mark that is named [px]. */
  r: number;
  content: string;
  classes?: string;
  /** Distances from the mark to try [px]; 4 unless told. */
  gaps?: readonly number[];
}

/** Ten positions around a mark, best first: dx, dy, anchor. */
function* positions(gap: number): Generator<[number, number, Anchor]> {
  yield [gap, 0, "start"];
  yield [-gap, 0, "end"];
  yield [0, gap + 6, "middle"];
  yield [0, -gap - 6, "middle"];
  for (const dy of [gap, -gap]) {
    yield [gap * 0.7, dy, "start"];
    yield [-gap * 0.7, dy, "end"];
  }
  yield [gap, 22, "start"];
  yield [-gap, 22, "end"];
}

export interface Placed {
  markup: string;
  /** What the names take, for whatever is placed after them. */
  boxes: Box[];
}

/** A place for one name that is inside `area` and clear of `taken`, or undefined. */
function findPlace({ x, y, r, content, classes = "halo", gaps = [4] }: Label, taken: readonly Box[], area: Box) {
  for (const gap of gaps) {
    for (const [dx, dy, anchor] of positions(r + gap)) {
      const box = textBox(x + dx, y + dy, content, classes, anchor);
      if (box[0] < area[0] || box[1] < area[1] || box[2] > area[2] || box[3] > area[3]) continue;
      if (!taken.some((other) => overlaps(box, other)))
        return { box, markup: text(x + dx, y + dy, content, classes, anchor) };
    }
  }
  return undefined;
}

/**
 * Greedy placement of names beside their marks: the first position that is inside `area` and free of `obstacles` and of
 * the names before it. Nothing fits: no name, the table has it. The most important name first, at most `limit`.
 */
export function place(labels: readonly Label[], obstacles: readonly Box[], area: Box, limit = Infinity): Placed {
  const taken = [...obstacles];
  const placed: Placed = { markup: "", boxes: [] };
  for (const label of labels) {
    if (placed.boxes.length >= limit) break;
    const found = findPlace(label, taken, area);
    if (!found) continue;
    taken.push(found.box);
    placed.boxes.push(found.box);
    placed.markup += found.markup;
  }
  return placed;
}
