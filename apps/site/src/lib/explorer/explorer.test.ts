import { expect, test } from "vitest";
import { makeResults } from "../../testing/make-results.ts";
import { prepareCountry } from "../../view-models/city/facts.ts";
import { makeExplorerView } from "../../view-models/explorer.ts";
import { explorerCsv } from "./explorer-csv.ts";
import { DEFAULT_STATE, formatState, parseState } from "./explorer-state.ts";
import { explorerWords } from "./explorer-words.ts";
import { METRICS, metricValue, PERS, WHENS } from "./metrics.ts";
import { unpackExplorer } from "./pack.ts";
import { printMetric } from "./print-metric.ts";
import { selectRows } from "./select-rows.ts";

const { summary, cities } = makeResults(40);
for (const city of cities.slice(3, 6)) city.population["2017"]!.estimated = true;
const data = unpackExplorer(makeExplorerView(prepareCountry(summary, cities), "en").packed);
const collator = new Intl.Collator("en");
const parse = (query: string) => parseState(new URLSearchParams(query), data);

test("a view survives its address", () => {
  const state = {
    ...DEFAULT_STATE,
    q: "长沙 & co",
    metric: "given" as const,
    group: "energy",
    sort: "name" as const,
    descending: false,
  };
  expect(parse(formatState(state, data))).toEqual({ state, problems: [] });
  expect(formatState(DEFAULT_STATE, data)).toBe("");
});

test("nonsense falls back and is reported", () => {
  const { state, problems } = parse("metric=foo&year=1066&per=&class=%3Cscript%3E&sort=--name&province=999999&x=1");
  expect(state).toEqual(DEFAULT_STATE);
  expect(problems.map(({ name }) => name)).toEqual(["year", "sort", "metric", "province", "class"]);
});

test("a choice that the metric does not have is dropped", () => {
  expect(parse("metric=outsourced-share&per=person").state.per).toBe("total");
  expect(parse("metric=given&year=2012").state.when).toBe("last");
});

test("an estimated population gives no value per person, and such cities come last in both directions", () => {
  const estimated = new Set(cities.filter((city) => city.population["2017"]!.estimated).map(({ code }) => code));
  for (const descending of [true, false]) {
    const rows = selectRows(data, { ...DEFAULT_STATE, per: "person", descending }, collator);
    const tail = rows.slice(-estimated.size);
    expect(new Set(tail.map(({ code }) => code))).toEqual(estimated);
    const values = rows.slice(0, -estimated.size).map((city) => metricValue(city, "footprint", "last", "person")!);
    expect(values).toEqual([...values].sort((a, b) => (descending ? b - a : a - b)));
  }
});

test("filters narrow, the text query finds pinyin", () => {
  expect(selectRows(data, { ...DEFAULT_STATE, q: "changsha" }, collator).map(({ code }) => code)).toEqual(["430100"]);
  const weak = selectRows(data, { ...DEFAULT_STATE, class: "weak" }, collator);
  expect(weak.length).toBe(summary.classCounts.weak);
});

test.each(METRICS.flatMap((metric) => WHENS.flatMap((when) => PERS.map((per) => [metric, when, per] as const))))(
  "%s, %s, %s prints in both languages",
  (metric, when, per) => {
    for (const lang of ["en", "zh"] as const) {
      const print = printMetric(data, { metric, when, per }, explorerWords(lang), lang);
      expect(`${print.title} ${print.unit} ${print.text(-1234.5)} ${print.text(0)}`).not.toMatch(/NaN|undefined|-/);
    }
  },
);

test("the file says year, unit and data set, and no cell is a formula", () => {
  const rows = [{ ...data.cities[0]!, en: "=SUM(A1)", zh: "@x" }];
  const [head, line] = explorerCsv(data, { ...DEFAULT_STATE, metric: "given", per: "person" }, rows).split("\r\n");
  expect(head).toContain(
    "given_2012_2017_t_co2_per_person,outsourced_share_2017_of_1,local_mitigation_2012_2017_t_co2",
  );
  expect(head).toMatch(/data_set$/);
  expect(line).toContain("'=SUM(A1),'@x");
  expect(line).toContain("fixture");
});
