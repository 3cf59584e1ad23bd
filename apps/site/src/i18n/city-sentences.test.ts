import { CAUSES, CLASSES } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { LANGS } from "../lib/lang.ts";
import { expectHeading, expectProse } from "../testing/prose.ts";
import { catalogue } from "./catalogue.ts";
import type { Comparison, Direction, Mitigated } from "./variants.ts";

const DIRECTIONS: Direction[] = ["cut", "growth", "none"];
const COMPARISONS: Comparison[] = ["almost-all", "most", "slightly-more", "equal"];
const years = { first: "2012", last: "2017", span: "2012–2017" };
const amount = (direction: Direction): Mitigated => ({ direction, amount: "1.20 Mt" });

describe.each(LANGS)("every sentence of a profile in %s", (lang) => {
  const { city, terms } = catalogue(lang);
  const name = lang === "zh" ? "长沙" : "Changsha";

  test.each(CLASSES)("verdict and headings of the class %s", (id) => {
    for (const local of DIRECTIONS)
      for (const outsourced of DIRECTIONS)
        for (const times of [terms.times(13), null])
          for (const comparison of COMPARISONS) {
            const facts = { name, years, local: amount(local), outsourced: amount(outsourced), times, comparison };
            expectProse(city.head.verdict[id](facts), lang);
            expectHeading(city.mitigation.heading(id, comparison));
          }
    for (const near of ["vertical", "horizontal", "diagonal", "clear", "unsaid"] as const)
      expectHeading(city.position.heading(id, near));
    expectProse(city.position.where[id](name), lang);
    expectProse(city.position.definitions[id], lang);
  });

  test("mitigation of each pair of signs", () => {
    for (const local of DIRECTIONS)
      for (const outsourced of DIRECTIONS) {
        expectProse(city.short.mitigated(years, amount(local), amount(outsourced)), lang);
        expectProse(city.mitigation.say(name, amount(local), amount(outsourced)), lang);
      }
    for (const direction of DIRECTIONS) {
      expectProse(city.partners.received(name, amount(direction)), lang);
      expectProse(city.partners.given(name, amount(direction)), lang);
    }
  });

  test("footprint that rose, fell or stayed", () => {
    for (const trend of ["rose", "fell", "flat"] as const)
      for (const first of [true, false]) {
        expectProse(city.head.footprint(trend, "31%", first), lang);
        for (const second of [true, false]) expectProse(city.short.changed(trend, "19.8 Mt", first, second), lang);
      }
  });

  test("peers: none, one, many", () => {
    expect(city.mitigation.peers(0, 0, "cut")).toBe("");
    for (const [more, of] of [
      [0, 1],
      [1, 1],
      [0, 20],
      [1, 20],
      [7, 20],
      [20, 20],
    ] as const)
      for (const direction of DIRECTIONS) expectProse(city.mitigation.peers(more, of, direction), lang);
    for (const count of [1, 20]) {
      expectProse(city.short.peers(count, terms.groups.energy), lang);
      expectProse(city.peers.say(name, count, "lowest", "upper", "highest"), lang);
    }
  });

  test("headings of the other sections", () => {
    for (const near of ["half", "almost-half", "two-fifths", "third", "quarter", "little"] as const)
      expectHeading(city.origins.heading(near));
    for (const balance of ["footprint-larger", "territory-larger", "alike"] as const)
      expectHeading(city.accounts.heading(balance));
    for (const supply of ["cleaner-and-leaner", "cut", "added"] as const)
      for (const grew of [true, false]) expectHeading(city.why.heading(supply, "22.6 Mt", grew, "44.0 Mt"));
    for (const exchange of ["receives-more", "gives-more", "alike", "only-receives", "only-gives", "neither"] as const)
      expectHeading(city.partners.heading(exchange, terms.times(3.5)));
    for (const beside of ["above", "below", "alike", "alone"] as const) expectHeading(city.peers.heading(beside));
  });

  test("causes: none, one, some, all of them rising", () => {
    for (const causes of [[], CAUSES.slice(4), CAUSES.slice(2), [...CAUSES]])
      expectProse(city.why.rising(causes), lang);
    expect(city.why.largestCut(null)).toBe("");
    for (const cause of CAUSES) expectProse(city.why.largestCut(cause), lang);
  });

  test("notes on the data", () => {
    const { notes, river } = city.head;
    const amounts = ["2017", "12.0 Mt", "9.0 Mt"] as const;
    for (const note of [notes.province, notes.clipped(...amounts), notes.setAside(...amounts)]) expectProse(note, lang);
    for (const note of [notes.population("9.03 million"), notes.boundary(name)]) expectProse(note, lang);
    for (const near of [river.near("32%"), river.nearNone]) expectProse(river.note("Mt", name, near), lang);
    for (const note of [city.short.investment("58%"), city.short.domestic("6%")]) expectProse(note, lang);
  });

  test("chains: one or many, from elsewhere or the seller itself", () => {
    const { chains } = city;
    const step = chains.step(catalogue(lang).sectors["13"]!, name);
    expectHeading(chains.heading(catalogue(lang).sectors["28"]!, "49%"));
    for (const emitter of ["energy", "heavy industry", "services", "other"] as const)
      expectProse(chains.emitted(emitter, "48%"), lang);
    for (const count of [1, 10])
      for (const to of [step, null]) expectProse(chains.paths(count, "7.2%", step, to), lang);
  });

  test("every sector has a short name of its own", () => {
    const names = Object.values(catalogue(lang).sectors);
    expect(names).toHaveLength(42);
    expect(new Set(names).size).toBe(42);
  });

  test("certainty: firm, another class, uncertain, not estimated; each tenth of the draws", () => {
    const { certainty, head } = city;
    const range = ["1.10 Mt added", "2.99 Mt cut"] as const;
    for (const id of CLASSES)
      for (const share of [0, 0.02, 0.04, 0.1, 0.25, 0.5, 0.67, 0.9, 0.94, 0.97, 1]) {
        for (const agreement of ["firm", "other", "uncertain", "none"] as const)
          expectHeading(certainty.heading(agreement, terms.classes[id], share));
        const tenths = certainty.tenths(share);
        expectProse(head.notes.uncertain(tenths), lang);
        expectProse(head.notes.otherClass(terms.classes[id], tenths), lang);
        expectProse(head.notes.likelier("29%", terms.classes[id], "31%"), lang);
        for (const agreement of ["firm", "other", "uncertain"] as const)
          expect(head.facts.certaintyValue(agreement, tenths, terms.classes[id])).toContain(tenths);
      }
    for (const text of [certainty.draws("2,000", range, range), certainty.prices(range, range), certainty.noDraws])
      expectProse(text, lang);
    for (const text of [certainty.aside(200, 10), certainty.uncertain(106, 309)]) expectProse(text, lang);
    for (const share of [certainty.tenths(0.6), null]) expectProse(city.position.certainty(share), lang);
  });

  test("accounts and origins", () => {
    expectProse(city.accounts.scopes(name, "28.9 Mt", "2.65 Mt", "40.9 Mt", "35.9 Mt"), lang);
    for (const little of [true, false])
      expectProse(city.accounts.say(name, "2017", "28.9 Mt", "84.6 Mt", "8.90 Mt", little), lang);
    expectProse(city.origins.say(name, [name], "19%", 1, "19%"), lang);
    expectProse(city.origins.say(name, [name, name], "19%", 15, "41%"), lang);
  });
});

test("the words of the mocks", () => {
  const { city, terms } = catalogue("en");
  const weak = {
    name: "Changsha",
    years,
    local: amount("cut"),
    outsourced: amount("cut"),
    comparison: "most" as const,
  };
  expect(city.head.verdict.weak({ ...weak, times: terms.times(13.1) })).toBe(
    "A {b|weak beneficiary}. From 2012 to 2017, cuts made in other cities took 13 times as much carbon off Changsha’s footprint as cuts made at home.",
  );
  expect(
    catalogue("zh").city.short.mitigated(
      years,
      { direction: "cut", amount: "33 万吨" },
      { direction: "cut", amount: "426 万吨" },
    ),
  ).toBe("2012 年以来，生产更清洁使这一数字减少：外地 426 万吨，本地 33 万吨。");
});

test("ratios in words", () => {
  const { times } = catalogue("en").terms;
  expect([1.5, 2.04, 3.5, 9.6, 13.4, 250].map(times)).toEqual([
    "1.5 times",
    "twice",
    "3.5 times",
    "10 times",
    "13 times",
    "more than a hundred times",
  ]);
});
