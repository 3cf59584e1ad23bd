import { emissionsFormat, shareChange } from "../lib/format.ts";
import { type ChartOptions, frame, isWide, px, say } from "./frame.ts";
import { circle, line, text } from "./marks.ts";
import { linearScale } from "./scale.ts";

/** Footprint and territorial emissions of a city in the first and the last year, t CO₂. */
export interface AccountSlopeData {
  years: readonly [number, number];
  footprint: readonly [number, number];
  territorial: readonly [number, number];
}

const LABEL = 17;

/** Two heights that are at least a line of text apart, moved evenly. */
function moveApart([a, b]: [number, number]): [number, number] {
  const missing = LABEL - Math.abs(a - b);
  if (missing <= 0) return [a, b];
  const sign = a <= b ? 1 : -1;
  return [a - (sign * missing) / 2, b + (sign * missing) / 2];
}

/** Change between the years; nothing where there was nothing to change from. */
const changeOf = ([first, last]: readonly [number, number], lang: ChartOptions["lang"]) =>
  first > 0 ? ` ${shareChange(last / first - 1, lang)}` : "";

/** Two lines from the first to the last year: the footprint solid, the territorial account dashed; zero-based. */
export function accountSlope({ years, footprint, territorial }: AccountSlopeData, options: ChartOptions): string {
  const { lang, width } = options;
  const height = isWide(width) ? 240 : 230;
  const format = emissionsFormat([...footprint, ...territorial], lang);
  const values = [...footprint, ...territorial];
  const low = Math.min(0, ...values);
  const y = linearScale([low, low + (Math.max(1, ...values) - low) * 1.05], [height - 26, 34]);
  const [left, right] = [64, width - 64];
  const series = [
    { name: say(lang, "Footprint", "消费侧足迹"), values: footprint, extra: ' stroke-width="2.5"' },
    {
      name: say(lang, "Territorial", "属地排放"),
      values: territorial,
      extra: ' stroke-width="1.5" stroke-dasharray="5 3"',
    },
  ];
  const middles = series.map(({ values: [a, b] }) => (y(a) + y(b)) / 2) as [number, number];
  // The name of the lower line goes below it where the two lines are close.
  const upper = middles[0] <= middles[1] ? 0 : 1;
  const close = Math.abs(middles[0] - middles[1]) < 44;
  const ends = ([0, 1] as const).map((year) => moveApart([y(footprint[year]), y(territorial[year])]));
  const drawn = series.map(({ name, values: pair, extra }, i) => {
    const [y0, y1] = [y(pair[0]), y(pair[1])];
    const number = (year: 0 | 1) => (pair[year] < 0 ? format.change : format.amount)(pair[year]);
    const dy = close && i !== upper ? 16 : -16;
    return (
      line(left, y0, right, y1, "ink", extra) +
      circle(left, y0, 4, 'fill="var(--ink)"') +
      circle(right, y1, 4, 'fill="var(--ink)"') +
      text(left - 10, ends[0]![i]!, number(0), "num strong", "end") +
      text(right + 10, ends[1]![i]!, number(1), "num strong") +
      text((left + right) / 2, middles[i]! + dy, name + changeOf(pair, lang), "halo", "middle")
    );
  });
  const posts = [left, right].map(
    (x, i) => line(x, 30, x, height - 22, "rule") + text(x, height - 8, String(years[i]), "t-2", "middle"),
  );
  const [from, to] = [years[0], years[1]];
  return frame(
    options,
    {
      height,
      title: say(
        lang,
        `Territorial emissions and footprint, ${from} and ${to}`,
        `属地排放与消费侧足迹，${from} 与 ${to}`,
      ),
      desc: series.map(({ name, values: [a, b] }) => `${name}: ${format.text(a)} → ${format.text(b)}`).join("; "),
    },
    text(0, 8, `${format.unit} CO₂`, "t-3") + posts.join("") + drawn.join("") + baseline(low, y, left, right),
  );
}

/** A line at zero, only where the axis goes below it. */
const baseline = (low: number, y: (value: number) => number, left: number, right: number) =>
  low < 0 ? `<path d="M${px(left)},${px(y(0))}H${px(right)}" stroke="var(--ink)"/>` : "";
