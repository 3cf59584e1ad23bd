import type { MitigationClass } from "@tributary/core";
import type { VerdictFacts } from "../../i18n/en/city/head.ts";
import { emissions, emissionsFormat, formatNumber, money, people, share } from "../../lib/format.ts";
import { compareParts, mitigated, trendOf } from "../compare.ts";
import type { Link, RichText } from "../page-parts.ts";
import { provincePath, typePath } from "../topics/context.ts";
import { judgeClass } from "./certainty.ts";
import { type CityContext, profilePath, tellIn } from "./facts.ts";

/** One row of the facts beside the name. */
interface Fact {
  term: string;
  value: string;
  /** The row of the data badge. */
  badge?: boolean;
  /** Where the methods page explains it. */
  path?: string;
}

/** Head of a profile: names, verdict, facts and notes on the data. */
export interface Head {
  name: string;
  otherName: string;
  /** Null where the city is a province of its own. */
  province: string | null;
  provinceCode: string;
  verdict: RichText;
  facts: Fact[];
  notes: string[];
  /** Other views of the city: on the map, beside a peer, with the cities of its province. */
  links: Link[];
  river: { heading: string; note: RichText };
}

/** Above this a ratio tells more of the smaller number than of the larger. */
const MOST_TIMES = 20;

/** Ratio of two cuts in words, or null where it would mislead: no cut, next to nothing beside it, or nearly equal. */
export function timesOf(larger: number, smaller: number, times: (ratio: number) => string): string | null {
  if (!(larger > 0 && smaller >= 500) || larger < 1.5 * smaller || larger > MOST_TIMES * smaller) return null;
  return times(larger / smaller);
}

function tellVerdict(context: CityContext): RichText {
  const { city, words, terms, years, lang, name, before, after } = context;
  const { local, outsourced, class: mitigationClass } = city.mitigation;
  const [larger, smaller] = [Math.max(local, outsourced), Math.min(local, outsourced)];
  const facts: VerdictFacts = {
    name,
    years,
    local: mitigated(local, lang),
    outsourced: mitigated(outsourced, lang),
    times: timesOf(larger, smaller, terms.times),
    comparison: larger > 0 && smaller > 0 ? compareParts(larger, smaller) : "almost-all",
  };
  const trend = trendOf(before.footprint, after.footprint);
  const percent = share(Math.abs(after.footprint / before.footprint - 1), lang, 0);
  const sentences = [
    words.head.verdict[mitigationClass](facts),
    words.head.footprint(trend, percent, local + outsourced > 0),
  ];
  return sentences.join(lang === "zh" ? "" : " ");
}

/** What the draws say of the class, in a few words. */
function tellCertainty({ city, words, terms, certainty }: CityContext): string {
  const agreement = judgeClass(city.mitigation.class, certainty);
  if (!certainty || agreement === "none") return words.head.facts.noCertainty;
  const { likeliest, probabilities } = certainty;
  const share = words.certainty.tenths(probabilities[likeliest]);
  return words.head.facts.certaintyValue(agreement, share, terms.classes[likeliest]);
}

function listFacts(context: CityContext): Fact[] {
  const { city, words, terms, years, lang, keys } = context;
  const text = words.head.facts;
  const { type, mitigation } = city;
  const population = city.population[keys[1]]!;
  const persons = people(population.value, lang);
  const margin = formatNumber(type.margin, 2, lang);
  const group = terms.groups[type.group];
  return [
    { term: text.data, value: "", badge: true },
    { term: text.account, value: text.domestic, path: "methods/#domestic-footprint" },
    {
      term: text.co2,
      value: city.co2Source.clipped.length > 0 ? text.co2Clipped : text.co2Source[city.co2Source.kind],
      path: "methods/#co2-source",
    },
    { term: text.code, value: city.code },
    {
      term: text.type,
      value: type.borderline
        ? text.typeBorderline(group, terms.groups[type.runnerUp], margin)
        : text.typeMargin(group, margin),
      path: typePath(type.group),
    },
    {
      term: text.class,
      value: text.classMargin(terms.classes[mitigation.class], emissions(mitigation.margin, lang)),
      path: "methods/#classes",
    },
    {
      term: text.agreement,
      value: text.agreementValue(mitigation.agreement.same, mitigation.agreement.of),
      path: "methods/#comparison",
    },
    { term: text.certainty, value: tellCertainty(context), path: `${profilePath(city)}#certainty` },
    { term: text.population(years.last), value: population.estimated ? text.noPopulation : persons },
    { term: text.valueAdded(years.last), value: money(city.valueAdded[keys[1]]!, lang) },
    { term: text.years, value: years.span },
  ];
}

/** A class on which the draws do not agree is said to be uncertain beside the verdict, not only among the facts. */
function noteCertainty({ city, words, terms, lang, certainty }: CityContext): string[] {
  const agreement = judgeClass(city.mitigation.class, certainty);
  if (!certainty || agreement === "firm") return [];
  const { tenths } = words.certainty;
  const { likeliest, probabilities } = certainty;
  const published = tenths(probabilities[city.mitigation.class]);
  const [other, most] = [terms.classes[likeliest], tenths(probabilities[likeliest])];
  if (agreement === "other") return [words.head.notes.otherClass(other, most)];
  if (likeliest !== city.mitigation.class) {
    // In per cent: two classes that are nearly as likely may be the same in tenths.
    const part = (of: MitigationClass) => share(probabilities[of], lang, 0);
    return [words.head.notes.likelier(part(city.mitigation.class), other, part(likeliest))];
  }
  return [words.head.notes.uncertain(published)];
}

function listNotes(context: CityContext): string[] {
  const { city, words, lang, keys } = context;
  const text = words.head.notes;
  const { co2Source, boundaryNote } = city;
  const notes = noteCertainty(context);
  if (co2Source.kind === "province-intensities") notes.push(text.province);
  const both = (year: number): [string, string, string] => {
    const total = co2Source.totals[year]!;
    return [
      String(year),
      total.published === null ? "–" : emissions(total.published, lang),
      emissions(total.modelled, lang),
    ];
  };
  for (const year of co2Source.setAside) notes.push(text.setAside(...both(year)));
  for (const year of co2Source.clipped) notes.push(text.clipped(...both(year)));
  const population = city.population[keys[1]]!;
  if (population.estimated) notes.push(text.population(people(population.value, lang)));
  if (boundaryNote !== null) notes.push(text.boundary(words.head.boundaryNotes[city.code] ?? boundaryNote));
  return notes;
}

/** Share of the outsourced part of the last year that is emitted within 200 km [1]. */
export function nearShare({ detail, city, keys, km, after }: CityContext): number {
  const near = detail.origins[keys[1]]!.filter(({ code }) => code !== city.code && km(code) <= 200);
  return after.outsourced > 0 ? near.reduce((sum, origin) => sum + origin.value, 0) / after.outsourced : 0;
}

/** The share from within 200 km in a sentence; one that would print as 0% is put in words. */
const tellNear = (near: number, { words: { head }, lang }: CityContext): string =>
  near < 0.005 ? head.river.nearNone : head.river.near(share(near, lang, 0));

/** Where else the city can be seen; beside its nearest peer where it has one. */
function listLinks({ city, words, lang, peers, name, nameOf }: CityContext): Link[] {
  const text = words.head.links;
  const [peer] = peers;
  const province = { text: text.province(city.province.name[lang]), path: provincePath(city.province.code) };
  return [
    { text: text.map(name), path: `map/?city=${city.code}` },
    ...(peer ? [{ text: text.compare(nameOf(peer.code)), path: `compare/?c=${city.code},${peer.code}` }] : []),
    ...(city.code === city.province.code ? [] : [province]),
  ];
}

/** Head of the profile. */
export function describeHead(context: CityContext): Head {
  const { city, words, name, years, lang } = context;
  const far = context.detail.origins[context.keys[1]]!.filter(({ code }) => code !== city.code);
  const { unit } = emissionsFormat(
    far.map(({ value }) => value),
    lang,
  );
  const other = tellIn(context, lang === "en" ? "zh" : "en");
  return {
    name,
    otherName: other.name,
    province: city.code === city.province.code ? null : city.province.name[lang],
    provinceCode: city.province.code,
    verdict: tellVerdict(context),
    facts: listFacts(context),
    notes: listNotes(context),
    links: listLinks(context),
    river: {
      heading: words.head.river.heading(name, years.last),
      note: words.head.river.note(unit, name, tellNear(nearShare(context), context)),
    },
  };
}
