import type { CitySummary } from "@tributary/core";
import { emissions, emissionsFormat, formatNumber, share } from "../../lib/format.ts";
import type { Chart } from "../chart-data.ts";
import { median, mitigated, outsourcedShareOf, trendOf } from "../compare.ts";
import { type BigNumber, numberOf, type Section, sectionFiles } from "../page-parts.ts";
import { findBaseRange } from "./certainty.ts";
import { type CityContext, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

type Bullet = Extract<Chart, { kind: "bullet" }>["data"];

/** Value beside its peers; of these only the extremes, which set the scale. */
function drawBullet(peers: number[], rest: Omit<Bullet, "median" | "peers">): Chart | null {
  if (peers.length === 0) return null;
  return {
    kind: "bullet",
    data: { ...rest, median: median(peers), peers: [Math.min(...peers), Math.max(...peers)] },
  };
}

function perPerson({ city, keys, after, words, lang }: CityContext): string {
  const population = city.population[keys[1]]!;
  if (population.estimated) return words.short.noPerPerson;
  return words.short.perPerson(formatNumber(after.footprint / population.value, 1, lang));
}

function tellMedian(context: CityContext, print: (value: number) => string, values: number[]): string {
  const text = context.words.short;
  return values.length === 0 ? text.noPeers : text.median(print(median(values)));
}

function countFootprint(context: CityContext): BigNumber {
  const { peers, keys, after, words, years, lang, terms } = context;
  const values = peers.map((peer) => peer.accounts[keys[1]]!.footprint);
  const format = emissionsFormat([after.footprint], lang);
  const label = words.short.numbers.footprint(years.last);
  return {
    label,
    value: format.amount(after.footprint),
    unit: `${format.unit} ${terms.co2}`,
    bullet: drawBullet(values, { label, value: after.footprint, unit: "tonnes", fill: "ink-2" }),
    notes: [perPerson(context), tellMedian(context, (value) => emissions(value, lang), values)],
  };
}

function countShare(context: CityContext): BigNumber {
  const { city, peers, keys, words, years, lang } = context;
  const shareOf = (of: CitySummary) => outsourcedShareOf(of.accounts[keys[1]]!);
  const values = peers.map(shareOf);
  const label = words.short.numbers.share(years.last);
  return {
    label,
    value: formatNumber(100 * shareOf(city), 1, lang),
    unit: "%",
    bullet: drawBullet(values, { label, value: shareOf(city), unit: "share", fill: "out" }),
    notes: [tellMedian(context, (value) => share(value, lang), values)],
  };
}

function countMitigation(context: CityContext, part: "local" | "outsourced"): BigNumber {
  const { city, peers, words, terms, years, lang } = context;
  const value = city.mitigation[part];
  const values = peers.map((peer) => peer.mitigation[part]);
  const format = emissionsFormat([value], lang);
  const { direction } = mitigated(value, lang);
  const label = words.short.numbers[part](years.span);
  const fill = part === "local" ? "local" : "out";
  const [low, high] = findBaseRange(context, part);
  const print = (of: number) => terms.mitigated(mitigated(of, lang));
  return {
    label,
    value: format.amount(value),
    unit: `${format.unit}${lang === "zh" ? "" : ` ${terms.co2} `}${terms.cutOrGrowth[direction]}`.trim(),
    bullet: drawBullet(values, { label, value, unit: "tonnes", fill, mitigation: true }),
    notes: [tellMedian(context, print, values), words.short.bases(print(low), print(high))],
  };
}

function tell(context: CityContext): string {
  const { city, before, after, detail, words, years, keys, lang, name } = context;
  const { local, outsourced } = city.mitigation;
  const change = after.footprint - before.footprint;
  const demand = detail.causes.steps.find((step) => step.cause === "demand-level");
  const supply = detail.causes.steps.filter((step) => !step.cause.startsWith("demand"));
  const supplyChange = supply.reduce((sum, step) => sum + step.local + step.outsourced, 0);
  const sentences = [
    words.short.caused(
      name,
      years.last,
      emissions(after.footprint, lang),
      share(outsourcedShareOf(city.accounts[keys[1]]!), lang),
    ),
    words.short.mitigated(years, mitigated(local, lang), mitigated(outsourced, lang)),
    words.short.changed(
      trendOf(before.footprint, after.footprint),
      emissions(Math.abs(change), lang),
      demand !== undefined && demand.local + demand.outsourced > 0,
      supplyChange < 0 && local + outsourced > 0,
    ),
  ];
  return sentences.join(lang === "zh" ? "" : " ");
}

/** Three sentences and four numbers. */
export function describeShort(context: CityContext): Section {
  const { city, peers, words, terms, after, lang } = context;
  const text = words.short;
  const group = terms.groups[city.type.group];
  const beside = [
    text.households(emissions(after.householdDirect, lang)),
    text.investment(share((after.byFinalUse["capital-formation"] ?? 0) / after.footprint, lang, 0)),
    text.domestic(share(after.importedShare, lang)),
  ];
  return {
    id: "in-short",
    number: numberOf("in-short"),
    heading: text.heading,
    say: tell(context),
    numbers: [
      countFootprint(context),
      countShare(context),
      countMitigation(context, "local"),
      countMitigation(context, "outsourced"),
    ],
    figures: [],
    source: sourceLine(context),
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: [queryCommand("peers", city.code), queryCommand("footprint", city.code)].join("\n"),
    },
    files: sectionFiles(profilePath(city), "in-short"),
    asides: [
      { title: text.peersTitle, paragraphs: [peers.length === 0 ? text.noPeers : text.peers(peers.length, group)] },
      { title: text.householdsTitle, paragraphs: beside },
    ],
  };
}
