import type { CitySummary } from "@tributary/core";
import type { BesideMedian } from "../../i18n/en/city/peers.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import type { StripMetric } from "../chart-data.ts";
import { bandOf, median, outsourcedShareOf } from "../compare.ts";
import { numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, printMitigation, profilePath, queryCommand } from "./facts.ts";
import { orderPeers } from "./mitigation.ts";
import { sourceLine } from "./source.ts";

/** Beside the median of the peers; alike within two percentage points. */
export function compareShare(value: number, others: readonly number[]): BesideMedian {
  if (others.length === 0) return "alone";
  const difference = value - median(others);
  if (Math.abs(difference) < 0.02) return "alike";
  return difference > 0 ? "above" : "below";
}

type Metric = (city: CitySummary) => number;

function metricsOf({ keys }: CityContext) {
  const last = (city: CitySummary) => city.accounts[keys[1]]!;
  return {
    footprint: (city) => last(city).footprint,
    perValueAdded: (city) => last(city).footprint / city.valueAdded[keys[1]]!,
    share: (city) => outsourcedShareOf(city.accounts[keys[1]]!),
    local: (city) => city.mitigation.local,
    outsourced: (city) => city.mitigation.outsourced,
  } satisfies Record<string, Metric>;
}

const KINDS = {
  footprint: "emissions",
  perValueAdded: "per-value-added",
  share: "share",
  local: "mitigation",
  outsourced: "mitigation",
} as const;

function makeMetrics(context: CityContext): StripMetric[] {
  const { city, peers, words } = context;
  const metrics = metricsOf(context);
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((key) => ({
    label: words.peers.metrics[key],
    kind: KINDS[key],
    city: metrics[key](city),
    peers: peers.map(metrics[key]),
    median: peers.length > 0 ? median(peers.map(metrics[key])) : 0,
  }));
}

function makeTable(context: CityContext): Table {
  const { city, words, terms, lang, nameOf, path } = context;
  const rows = orderPeers(context);
  const metrics = metricsOf(context);
  const format = emissionsFormat(rows.map(metrics.footprint), lang);
  const local = printMitigation(rows.map(metrics.local), context);
  const outsourced = printMitigation(rows.map(metrics.outsourced), context);
  const text = words.peers.columns;
  return {
    summary: words.peers.table(rows.length - 1),
    columns: [
      terms.city,
      text.footprint(format.unit),
      text.share,
      text.local(local.unit),
      text.outsourced(outsourced.unit),
    ],
    rows: rows.map((row) => ({
      head: nameOf(row.code),
      ...(row.code === city.code ? { focus: true } : { path: path(row.code) }),
      cells: [
        format.amount(metrics.footprint(row)),
        share(metrics.share(row), lang),
        local.print(metrics.local(row)),
        outsourced.print(metrics.outsourced(row)),
      ],
    })),
  };
}

/** The city among its peers, in bands and never as a rank. */
export function describePeers(context: CityContext): Section {
  const { city, peers, words, terms, name } = context;
  const text = words.peers;
  const group = terms.groups[city.type.group];
  const metrics = metricsOf(context);
  const band = (metric: Metric) => bandOf(metric(city), peers.map(metric));
  const alone = peers.length === 0;
  const paragraphs = [text.aside];
  if (city.type.borderline) paragraphs.push(text.borderline(terms.groups[city.type.runnerUp]));
  const figure = {
    id: "peers",
    caption: text.caption(group),
    note: text.captionNote,
    charts: [{ kind: "strips" as const, data: { name, metrics: makeMetrics(context) } }],
    source: sourceLine(context),
  };
  return {
    id: "peers",
    number: numberOf("peers"),
    heading: text.heading(compareShare(metrics.share(city), peers.map(metrics.share))),
    say: alone
      ? text.alone(group)
      : text.say(name, peers.length, band(metrics.share), band(metrics.local), band(metrics.outsourced)),
    figures: alone ? [] : [figure],
    ...(alone ? {} : { table: makeTable(context) }),
    method: { formula: text.formula, inputs: text.inputs, command: queryCommand("peers", city.code) },
    files: sectionFiles(profilePath(city), "peers"),
    asides: [{ title: text.asideTitle, paragraphs }],
  };
}
