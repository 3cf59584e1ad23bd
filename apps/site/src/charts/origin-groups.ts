import { type ChartOptions, px, say } from "./frame.ts";
import { text } from "./marks.ts";
import { textWidth } from "./place.ts";

/** Sector groups of the stacks, dark to light. */
export const ORIGIN_GROUPS = ["energy", "heavy industry", "services", "other"] as const;
type OriginGroup = (typeof ORIGIN_GROUPS)[number];

/** t CO₂ by sector group. */
export type OriginGroups = Readonly<Record<OriginGroup, number>>;

/** Steps of the hues for the groups, in their order. */
export const FILLS = { out: ["out-5", "out-3", "out-2", "out-1"], local: ["local-4", "local-3", "local-2", "local-1"] };

/** Names of the groups, in their order. */
export const groupNames = (lang: ChartOptions["lang"]): string[] =>
  say(lang, "Energy,Heavy industry,Services,Other", "能源,重工业,服务业,其他").split(",");

/** Names of the groups over the first bar, or, where one would not stand over its part, in a row of keys. */
export function drawGroupNames(
  first: OriginGroups,
  position: (tonnes: number) => number,
  y: number,
  { lang, width }: ChartOptions,
): string {
  const names = groupNames(lang);
  let sum = 0;
  let free = 0;
  const direct = ORIGIN_GROUPS.map((group, i) => {
    const from = position(sum);
    sum += Math.max(first[group], 0);
    // A name may move a little to the right to clear the one before it.
    const x = Math.max(from + 1, free);
    free = x + textWidth(names[i]!) + 6;
    return x - from <= 16 && position(sum) - from > 4 && free < width ? text(x, y, names[i]!, "t-2") : undefined;
  });
  if (direct.every(Boolean)) return direct.join("");
  let x = Math.max(0, Math.min(position(0), width - names.reduce((all, name) => all + textWidth(name) + 28, 0)));
  const keys = names.map((name, i) => {
    const key = `<rect x="${px(x + 0.5)}" y="${px(y - 5.5)}" width="10" height="10" fill="var(--${FILLS.out[i]})" stroke="var(--out-4)" stroke-width=".75"/>`;
    const label = text(x + 15, y, name, "t-2");
    x += textWidth(name) + 28;
    return key + label;
  });
  return keys.join("");
}
