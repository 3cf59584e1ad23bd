import { emissionsFormat } from "../lib/format.ts";
import { type ChartOptions, escapeXml, frame, px, say } from "./frame.ts";
import { type Anchor, focusDot, textSize } from "./marks.ts";
import { type Box, type Label, overlaps, place, textBox } from "./place.ts";
import { type Plane, type QuadrantCity, type QuadrantData, type QuadrantRegion, readPlane } from "./quadrant-plane.ts";

export type { QuadrantCity, QuadrantData } from "./quadrant-plane.ts";

/** How far the name of a region moves where the city in focus would cover it. */
const AWAY = 36;

interface Sign {
  region: QuadrantRegion;
  x: number;
  y: number;
  anchor: Anchor;
}

/** The room that the ring of the city in focus takes. */
function ringOf({ focus }: Pick<QuadrantData, "focus">, { points }: Plane): Box | null {
  if (focus === undefined) return null;
  const [x, y] = points[focus]!;
  return [x - 12, y - 12, x + 12, y + 12];
}

/** Names of the regions in their corners, and the boxes that they take; a name under `ring` moves away from its corner. */
function drawRegions(
  regions: QuadrantData["regions"],
  { area, x, y, wide }: Plane,
  ring: Box | null,
): { markup: string; boxes: Box[] } {
  const [left, top, right, bottom] = area;
  const classes = wide ? "region halo" : "region-s halo";
  const step = textSize(classes) * 1.15;
  const signs: Sign[] = [
    { region: "strong", x: left + 6, y: top + 12, anchor: "start" },
    { region: "weak", x: x(0) + (wide ? 20 : 8), y: top + 12, anchor: "start" },
    { region: "local-led", x: right - 6, y: y(0) - (wide ? 40 : 24), anchor: "end" },
    { region: "self-reliant", x: right - 6, y: bottom - (wide ? 36 : 24), anchor: "end" },
    { region: "no-mitigation", x: left + 6, y: bottom - 14, anchor: "start" },
  ];
  const boxes: Box[] = [];
  const markup = signs.map(({ region, x: atX, y: corner, anchor }) => {
    const { label, count } = regions[region];
    const lines = wide || region === "no-mitigation" ? [label] : label.split(" ");
    const number = count === undefined ? "" : ` ${count}`;
    const boxesAt = (height: number) =>
      lines.map((content, i) => textBox(atX, height + i * step, content + number, classes, anchor));
    const isHidden = ring !== null && boxesAt(corner).some((box) => overlaps(box, ring));
    const atY = isHidden ? corner + (corner === top + 12 ? AWAY : -AWAY) : corner;
    boxes.push(...boxesAt(atY));
    const spans = lines.map((content, i) =>
      i === 0 ? escapeXml(content) : `<tspan x="${px(atX)}" dy="1.15em">${escapeXml(content)}</tspan>`,
    );
    const counted = number && `<tspan class="num">${number}</tspan>`;
    const side = anchor === "end" ? ' text-anchor="end"' : "";
    return `<text x="${px(atX)}" y="${px(atY + step * 0.3)}"${side} class="${classes}">${spans.join("")}${counted}</text>`;
  });
  return { markup: markup.join(""), boxes };
}

/** The cities farthest out, on the scale of the drawing, from the most extreme on. */
function rankExtremes(cities: readonly QuadrantCity[], among: readonly number[]): number[] {
  const reach = (i: number) => Math.abs(cities[i]!.local) + Math.abs(cities[i]!.outsourced);
  return [...among].sort((a, b) => reach(b) - reach(a));
}

type Shown = Pick<QuadrantData, "cities" | "focus" | "peers">;

/** Indices of the cities that the drawing names where there is room, the most wanted first, the focus left out. */
function rankNames({ cities, focus, peers = [] }: Shown, wide: boolean): number[] {
  const ranked = rankExtremes(cities, peers);
  const all = cities.map((_, i) => i);
  if (focus !== undefined) {
    const others = [...ranked.slice(0, 4), ...rankExtremes(cities, all).slice(0, 6)];
    return [...new Set(others)].filter((i) => i !== focus);
  }
  return peers.length > 0 ? ranked.slice(0, wide ? 14 : 5) : rankExtremes(cities, all).slice(0, wide ? 24 : 8);
}

/** Indices of the cities that the drawing may name at any width: one that is narrow names the first few of them. */
export const listNamed = (data: Shown): number[] => [
  ...(data.focus === undefined ? [] : [data.focus]),
  ...rankNames(data, true),
];

function drawNames(data: QuadrantData, plane: Plane, boxes: readonly Box[]): string {
  const { focus, names } = data;
  const { points, wide, area } = plane;
  const obstacles: Box[] = [...boxes, ...points.map(([x, y]): Box => [x - 3, y - 3, x + 3, y + 3])];
  const room: Box = [area[0] + 2, area[1] + 2, area[2] + 16, area[3] - 2];
  const at = (i: number) => ({ x: points[i]![0], y: points[i]![1], content: names[i]! });
  const labels = rankNames(data, wide).map((i): Label => ({ ...at(i), r: 4, classes: "halo t-2" }));
  if (focus === undefined) return place(labels, obstacles, room, wide ? 14 : 5).markup;
  const own: Label = { ...at(focus), r: 10, classes: "halo t-city strong big" };
  const [x, y] = points[focus]!;
  const name = place([own], boxes, room);
  const ring = ringOf(data, plane)!;
  const others = place(labels, [...obstacles, ring, ...name.boxes], room, wide ? 6 : 3);
  return others.markup + focusDot(x, y, wide ? 6 : 5) + name.markup;
}

/**
 * Local against outsourced mitigation, one dot a city, on signed square-root axes that the data span. Filled: gained
 * from elsewhere; ring: did not. With a focus the city is ringed and named; peers are outlined.
 */
export function quadrant(data: QuadrantData, options: ChartOptions): string {
  const { lang } = options;
  const plane = readPlane(data, options);
  const { markup, boxes } = drawRegions(data.regions, plane, ringOf(data, plane));
  const peerDots = (data.peers ?? []).map((i) => {
    const [x, y] = plane.points[i]!;
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${plane.wide ? 4 : 3.4}"/>`;
  });
  const outlined = `<g fill="var(--other)" stroke="var(--ink)" stroke-width="1.25">${peerDots.join("")}</g>`;
  const own = data.focus === undefined ? undefined : data.cities[data.focus]!;
  const format = own && emissionsFormat([own.local, own.outsourced], lang);
  const amount = (value: number) =>
    format!.text(value) + (value < 0 ? say(lang, " added", "（增排）") : say(lang, " cut", "（减排）"));
  const place_ = own
    ? say(
        lang,
        ` ${data.names[data.focus!]}: local ${amount(own.local)}, outsourced ${amount(own.outsourced)}.`,
        `${data.names[data.focus!]}：本地 ${amount(own.local)}，外包 ${amount(own.outsourced)}。`,
      )
    : "";
  const title = say(lang, "Local against outsourced mitigation, one dot per city", "本地减排与外包减排，每点一城");
  const desc = say(
    lang,
    "Square-root axes. Above the dotted diagonal a city’s consumption gained more from cuts elsewhere than from cuts at home.",
    "平方根坐标。虚线对角线以上的城市，其消费从外地减排中的获益多于本地减排。",
  );
  const body =
    plane.grid +
    (own || peerDots.length > 0 ? plane.background + outlined : plane.national) +
    markup +
    drawNames(data, plane, boxes);
  return frame(options, { height: plane.height, title, desc: desc + place_ }, body);
}
