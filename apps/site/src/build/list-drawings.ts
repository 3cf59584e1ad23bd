import { drawChart } from "../components/draw.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas, Chart } from "../view-models/chart-data.ts";

/**
 * Charts on which cities appear that the view model does not name, with the widths at which pages draw them: which
 * labels find room depends on the width.
 */
const WIDTHS: ReadonlyMap<string, readonly number[]> = new Map<Chart["kind"], readonly number[]>([
  ["river", [1120, 350]],
  ["network", [688, 350]],
  ["map", [688, 350]],
  ["closeup", [350]],
  ["quadrant", [1120, 688, 350]],
]);

/**
 * What a page draws of other cities, as drawn: a name or position that moves no mark and finds no room for its label
 * changes no page.
 */
export function listDrawings(view: unknown, atlas: Atlas, lang: Lang): string[] {
  if (typeof view !== "object" || view === null) return [];
  if (isOnAtlas(view))
    return WIDTHS.get(view.kind)!.map((width) => drawChart(view, atlas, { lang, width, id: view.kind }));
  return Object.values(view).flatMap((part) => listDrawings(part, atlas, lang));
}

function isOnAtlas(part: object): part is Chart {
  return "kind" in part && "data" in part && WIDTHS.has(String(part.kind));
}
