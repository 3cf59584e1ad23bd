import { accountOverlap } from "../charts/account-overlap.ts";
import { accountSlope } from "../charts/account-slope.ts";
import { beeswarm } from "../charts/beeswarm.ts";
import { beforeAfter } from "../charts/before-after.ts";
import { bullet } from "../charts/bullet.ts";
import { causeWaterfall } from "../charts/cause-waterfall.ts";
import { changeList } from "../charts/change-list.ts";
import { changeSides } from "../charts/change-sides.ts";
import { cityMap } from "../charts/city-map.ts";
import { footprintRiver } from "../charts/footprint-river.ts";
import type { ChartOptions } from "../charts/frame.ts";
import { intervals } from "../charts/intervals.ts";
import { mitigationBars } from "../charts/mitigation-bars.ts";
import { mitigationRange } from "../charts/mitigation-range.ts";
import { network } from "../charts/network.ts";
import { originBars } from "../charts/origin-bars.ts";
import { originCloseup } from "../charts/origin-closeup.ts";
import { originMap } from "../charts/origin-map.ts";
import { partnerButterfly } from "../charts/partner-butterfly.ts";
import { partsBars } from "../charts/parts-bars.ts";
import { pathBars } from "../charts/path-bars.ts";
import { peerStrip } from "../charts/peer-strip.ts";
import { productHeat } from "../charts/product-heat.ts";
import { quadrant } from "../charts/quadrant.ts";
import { rankedBars } from "../charts/ranked-bars.ts";
import { shareBars } from "../charts/share-bars.ts";
import { catalogue } from "../i18n/catalogue.ts";
import { emissionsFormat, formatNumber, share } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import type { Atlas, Chart, PlainChart, StripMetric, SwarmData } from "../view-models/chart-data.ts";

/** Steps of the maps, t CO₂: the same for every city of every release. */
const THRESHOLDS = [50_000, 200_000, 500_000, 1_500_000] as const;

/** How the values of a row of the strips are printed. */
function stripFormat({ kind, city, peers }: StripMetric, lang: Lang): (value: number) => string {
  const { terms, city: words } = catalogue(lang);
  if (kind === "share") return (value) => share(value, lang);
  if (kind === "per-value-added") return (value) => words.peers.perValueAdded(formatNumber(value, 2, lang));
  const { text } = emissionsFormat([city, ...peers], lang);
  if (kind === "emissions") return text;
  return (value) => (value < 0 ? `${text(value)} ${terms.cutOrGrowth.growth}` : text(value));
}

function drawQuadrant(chart: Extract<Chart, { kind: "quadrant" }>, atlas: Atlas, options: ChartOptions): string {
  const region = (id: "strong" | "weak" | "local-led" | "self-reliant" | "no-mitigation") =>
    chart.data.focus === undefined && chart.data.peers === undefined
      ? { label: atlas.classes[id], count: atlas.counts[id] }
      : { label: atlas.classes[id] };
  const regions = {
    strong: region("strong"),
    weak: region("weak"),
    "local-led": region("local-led"),
    "self-reliant": region("self-reliant"),
    "no-mitigation": region("no-mitigation"),
  };
  return quadrant({ ...chart.data, cities: atlas.points, regions, years: atlas.years }, options);
}

function drawSwarm({ values, label, digits }: SwarmData, { names }: Atlas, options: ChartOptions): string {
  const shown = names.flatMap((name, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [{ code: String(i), name, value }];
  });
  const format = (value: number) => formatNumber(value, digits, options.lang);
  return beeswarm({ cities: shown, label: `${label} →`, scale: "root", axisUnit: 1, format }, options);
}

/** Draw a chart that needs no atlas. */
export const drawPlain = (chart: PlainChart, options: ChartOptions): string =>
  chart.kind === "region-map" ? cityMap(chart.data, options) : rankedBars(chart.data, options);

/** Draw a chart of a view model on the atlas of its language. */
export function drawChart(chart: Chart, atlas: Atlas, options: ChartOptions): string {
  const { cities } = atlas;
  switch (chart.kind) {
    case "river":
      return footprintRiver({ ...chart.data, cities }, options);
    case "map":
      return originMap({ ...chart.data, cities, thresholds: THRESHOLDS }, options);
    case "closeup":
      return originCloseup({ ...chart.data, cities, thresholds: THRESHOLDS }, options);
    case "bullet":
      return bullet(chart.data, options);
    case "mitigation-bars":
      return mitigationBars(chart.data, options);
    case "quadrant":
      return drawQuadrant(chart, atlas, options);
    case "slope":
      return accountSlope(chart.data, options);
    case "overlap":
      return accountOverlap(chart.data, options);
    case "origin-bars":
      return originBars(chart.data, options);
    case "heat":
      return productHeat(chart.data, options);
    case "paths":
      return pathBars(chart.data, options);
    case "shares":
      return shareBars(chart.data, options);
    case "mitigation-range":
      return mitigationRange(chart.data, options);
    case "waterfall":
      return causeWaterfall(chart.data, options);
    case "butterfly":
      return partnerButterfly(chart.data, options);
    case "strips": {
      const metrics = chart.data.metrics.map((metric) => ({ ...metric, format: stripFormat(metric, options.lang) }));
      return peerStrip({ name: chart.data.name, metrics }, options);
    }
    case "before-after":
      return beforeAfter(chart.data, options);
    case "change-sides":
      return changeSides(chart.data, options);
    case "change-list":
      return changeList(chart.data, options);
    case "intervals":
      return intervals(chart.data, options);
    case "ranked-bars":
      return rankedBars(chart.data, options);
    case "parts-bars":
      return partsBars(chart.data, options);
    case "swarm":
      return drawSwarm(chart.data, atlas, options);
    case "network":
      return network({ ...chart.data, cities, names: atlas.names }, options);
  }
}
