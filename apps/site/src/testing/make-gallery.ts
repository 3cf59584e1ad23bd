import { CARBON_DIOXIDE, type CitySummary, CLASSES, type MitigationClass } from "@tributary/core";
import {
  type Amounts,
  type DrawnChanges,
  type DrawSummary,
  QUANTITIES,
  type Scenario,
  type ScenarioResult,
} from "@tributary/scenarios";

/** A city, or all together, before and after. */
type BeforeAfter = Pick<ScenarioResult["totals"], "before" | "after">;

/** Changes a fifth smaller or larger than they are. */
function makeDraws(cities: readonly (BeforeAfter & { code: string })[], totals: BeforeAfter): DrawSummary {
  const spread = ({ before, after }: BeforeAfter) => {
    const range = (quantity: keyof Amounts) =>
      [1.2, 1.1, 1, 0.9, 0.8].map((factor) => factor * (after[quantity] - before[quantity]));
    const ranges = Object.fromEntries(QUANTITIES.map((quantity) => [quantity, range(quantity)]));
    return { ...ranges, falls: { footprint: 1, local: 1, outsourced: 1, production: 0.9 } } as DrawnChanges;
  };
  return {
    ...{ draws: 100, seed: 7, spreads: { intensity: 0.2, requirements: 0, demand: 0 } },
    totals: spread(totals),
    cities: cities.map((city) => ({ code: city.code, ...spread(city), classes: null })),
  };
}

/** Scenarios of a synthetic release and what they do: same form as real ones, invented numbers. */
export function makeGallery(cities: readonly CitySummary[]): ScenarioResult[] {
  return [makeResult("cleaner-power", -10, cities), makeResult("nearer-steel", 2, cities)];
}

const TITLES: Record<string, Scenario["title"]> = {
  "cleaner-power": { en: "Cleaner power", zh: "清洁电力" },
  "nearer-steel": { en: "Nearer steel", zh: "就近用钢" },
};

function makeScenario(id: string, percent: number): Scenario {
  const place = (sector: string) => ({ where: { origins: { all: true }, sectors: [sector] }, change: { percent } });
  return {
    schema: "tributary.scenario/v1",
    id,
    title: TITLES[id]!,
    description: { en: `Emissions per output change by ${percent} %.`, zh: `单位产出的排放变化${percent}%。` },
    base: { release: "fixture", year: 2017 },
    levers: ["25", "14"].map((sector) => ({ lever: "upstream-decarbonisation", ...place(sector) })),
  };
}

function makeResult(id: string, percent: number, all: readonly CitySummary[]): ScenarioResult {
  const scale = (amounts: Amounts, factor: number) =>
    Object.fromEntries(QUANTITIES.map((quantity) => [quantity, factor * amounts[quantity]])) as Amounts;
  const cities = all.map(({ code, accounts, mitigation }, c) => {
    const { footprint, local, outsourced, production } = accounts["2017"]!;
    const before = { footprint, local, outsourced, production };
    return {
      code,
      before,
      after: scale(before, 1 + (percent / 100) * (1 + (c % 5) / 5)),
      bound: 1e-3,
      class: { before: mitigation.class, after: c === 0 ? ("weak" as const) : mitigation.class },
    };
  });
  const total = (when: "before" | "after") =>
    cities.reduce(
      (sum, city) => {
        for (const quantity of QUANTITIES) sum[quantity] += city[when][quantity];
        return sum;
      },
      scale(cities[0]!.before, 0),
    );
  const totals = { before: total("before"), after: total("after") };
  const change = (quantity: "footprint" | "production") => totals.after[quantity] - totals.before[quantity];
  const [{ code, before, after }] = cities as [(typeof cities)[number]];
  const origins = [{ city: code, sector: "25", before: before.production, after: after.production }];
  const part = (share: number) => ({
    footprint: share * change("footprint"),
    production: share * change("production"),
    focus: { local: share * (after.local - before.local), outsourced: share * (after.outsourced - before.outsourced) },
  });
  const count = (of: (city: (typeof cities)[number]) => MitigationClass) =>
    Object.fromEntries(CLASSES.map((each) => [each, cities.filter((city) => of(city) === each).length])) as Record<
      MitigationClass,
      number
    >;
  const fall = Math.min(change("production"), 0);
  const scenario = makeScenario(id, percent);
  return {
    schema: "tributary.scenario-result/v1",
    scenario,
    release: { id: "fixture", label: { en: "Synthetic test data", zh: "合成测试数据" } },
    year: 2017,
    ...{ stressor: CARBON_DIOXIDE, units: { flow: "10⁴ CNY" } },
    command: `tributary scenario run ${id}`,
    totals,
    cities,
    focus: { city: code, origins },
    producers: origins,
    contributions: {
      method: "shapley",
      levers: scenario.levers.map(({ lever }) => ({ lever, ...part(0.5) })),
      interaction: part(0),
    },
    leakage: { rise: Math.max(change("production"), 0), fall, rate: fall < 0 ? 0 : null },
    classes: { before: count((city) => city.class.before), after: count((city) => city.class.after) },
    target: {
      city: code,
      quantity: "footprint",
      wanted: 0.95 * before.footprint,
      reached: after.footprint,
      met: percent < -5,
    },
    ledgers: [
      {
        currency: "CNY",
        perTonne: 100,
        cuts: "scenario",
        cities: cities.map((city, c) => ({ code: city.code, received: c === 0 ? 100 : 0, paid: c === 1 ? 100 : 0 })),
      },
    ],
    remarks: [{ code: "test", text: { en: "A remark on a lever.", zh: "对措施的说明。" } }],
    draws: id === "cleaner-power" ? makeDraws(cities, totals) : null,
    solve: { exact: true, bound: 1e-3 },
  };
}
