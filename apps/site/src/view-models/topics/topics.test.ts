import { CITY_GROUPS } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { LANGS } from "../../lib/lang.ts";
import { makeManifest } from "../../testing/make-manifest.ts";
import { makeResults } from "../../testing/make-results.ts";
import { prepareCountry } from "../city/facts.ts";
import type { DocumentView } from "../document.ts";
import { tellTopics } from "./context.ts";
import { fileMembers } from "./members.ts";
import { makeProvinceView } from "./province.ts";
import { listExchanges, listProvinces, partsOf } from "./province-facts.ts";
import { makeProvincesView } from "./provinces-index.ts";
import { makeSectorView } from "./sector.ts";
import { elsewhereShare, fileSector, sumField } from "./sector-facts.ts";
import { makeSectorsView } from "./sectors-index.ts";
import { makeTypeView, membersOf } from "./type.ts";
import { makeTypesView } from "./types-index.ts";

const { summary, cities, sectors, provinces: flows } = makeResults(40);
const country = prepareCountry(summary, cities);
const contexts = LANGS.map((lang) => tellTopics(country, lang));
const facts = makeManifest(summary, cities).sectors.map((sector, k) => ({ sector, result: sectors[k]! }));
const provinces = listProvinces(flows, country);

const everyView = (): DocumentView[] =>
  contexts.flatMap((context) => [
    makeSectorsView(facts, context),
    ...facts.map((each) => makeSectorView(each, context)),
    makeProvincesView(provinces, context),
    ...provinces.map((each) => makeProvinceView(each, context)),
    makeTypesView(context),
    ...CITY_GROUPS.map((group) => makeTypeView(group, context)),
  ]);

describe("every page", () => {
  test("prints no gap, and each section has an id of its own", () => {
    for (const view of everyView()) {
      expect(JSON.stringify(view)).not.toMatch(/NaN|undefined|Infinity|−0(?![.\d])/);
      const ids = view.sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { blocks, heading } of view.sections) {
        expect(heading).not.toBe("");
        expect(blocks.length).toBeGreaterThan(0);
      }
    }
  });

  test("the list has every sector once", () => {
    const rows = makeSectorsView(facts, contexts[0]!).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : [])),
    );
    expect(rows).toHaveLength(facts.length);
  });

  test("a sector that emits nothing has a page without empty figures", () => {
    const idle = facts.find(({ result }) => sumField(result, "emissions", "2017") === 0)!;
    const { sections } = makeSectorView(idle, contexts[0]!);
    expect(sections.map(({ id }) => id)).toEqual(["what"]);
  });
});

describe("provinces", () => {
  test.each(["2012", "2017"])("parts add up to the footprints of the cities, %s", (year) => {
    for (const province of provinces) {
      const { own, inside, outside } = partsOf(province, year);
      const total = province.members.reduce((sum, city) => sum + city.accounts[year]!.footprint, 0);
      expect((own + inside + outside) / total).toBeCloseTo(1, 3);
    }
  });

  test("what one emits for another is what the other has emitted there", () => {
    const [a, b] = [provinces[0]!, provinces[1]!];
    const there = listExchanges(a, "2017").find(({ code }) => code === b.code)!;
    const back = listExchanges(b, "2017").find(({ code }) => code === a.code)!;
    expect([there.caused, there.served]).toEqual([back.served, back.caused]);
    expect([there.received, there.given]).toEqual([back.given, back.received]);
  });
});

test("shares of sectors lie between none and all, and their files hold every city", () => {
  for (const each of facts) {
    const share = elsewhereShare(each.result, "2017");
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    const { columns, rows } = fileSector(each, { country }, ["2012", "2017"]);
    expect(rows).toHaveLength(cities.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
});

test("types hold every city once; their files have a value in every column", () => {
  const members = CITY_GROUPS.flatMap((group) => membersOf(group, country));
  expect(members).toHaveLength(cities.length);
  const { columns, rows } = fileMembers(members, ["2012", "2017"]);
  for (const row of rows) expect(row).toHaveLength(columns.length);
});

test("a name with markup stays a name", () => {
  const marked = cities.map((city, i) => (i === 0 ? { ...city, name: { en: "<b>=cmd", zh: "“<i>" } } : city));
  const context = tellTopics(prepareCountry(summary, marked), "en");
  expect(context.nameOf(cities[0]!.code)).toBe("<b>=cmd");
  const view = makeTypeView(cities[0]!.type.group, context);
  expect(JSON.stringify(view)).toContain("<b>=cmd");
});
