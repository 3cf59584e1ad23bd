import {
  CAUSES,
  CITY_GROUPS,
  type CityResult,
  type CitySummary,
  MEASURES,
  type MitigationClass,
  TONNE_MEASURES,
} from "@tributary/core";
import type { World } from "./world.ts";

const BASES = ["current", "producer-prices", "by-sector"];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const column = (matrix: number[][], c: number) => matrix.map((row) => row[c]!);

/** The class of method.md §3, without its tolerance. */
function classify(local: number, outsourced: number): MitigationClass {
  if (outsourced > Math.max(local, 0)) return local < 0 ? "strong" : "weak";
  if (outsourced > 0) return "local-led";
  return local > 0 ? "self-reliant" : "no-mitigation";
}

function accounts(world: World, year: 0 | 1, c: number): CitySummary["accounts"][string] {
  const received = column(world.flows[year], c);
  const local = received[c]!;
  const footprint = sum(received);
  const forOthers = sum(world.flows[year][c]!) - local;
  const exportedAbroad = 0.2 * (local + forOthers);
  return {
    production: local + forOthers + exportedAbroad,
    householdDirect: 0.05 * footprint,
    footprint,
    local,
    outsourced: footprint - local,
    forOthers,
    exportedAbroad,
    outsourcedPower: 0.35 * (footprint - local),
    byFinalUse: { investment: 0.55 * footprint, households: 0.45 * footprint },
    importedShare: 0.06 + 0.01 * (c % 7),
    upstreamness: 2.4 + 0.05 * (c % 9),
    downstreamness: 2.6 + 0.04 * (c % 8),
  };
}

/** Row `c` of `cities.json`. */
export function makeCitySummary(world: World, c: number): CitySummary {
  const city = world.cities[c]!;
  const local = world.mitigation[c]![c]!;
  const outsourced = sum(column(world.mitigation, c)) - local;
  const given = sum(world.mitigation[c]!) - local;
  const group = CITY_GROUPS[c % CITY_GROUPS.length]!;
  const years = (value: (year: 0 | 1) => number) => ({ "2012": value(0), "2017": value(1) });
  const population = (year: 0 | 1) => ({
    value: city.population[year] ?? 2_000_000,
    estimated: city.population[year] === null,
  });
  const own = c % 2 === 0;
  const both = { "2012": accounts(world, 0, c), "2017": accounts(world, 1, c) };
  const totals = (key: "2012" | "2017") => ({
    published: own ? both[key].production * (c % 4 === 0 ? 1.4 : 1.002) : null,
    modelled: both[key].production + both[key].householdDirect,
  });
  return {
    code: city.code,
    slug: city.slug,
    name: city.name,
    fullNameZh: city.fullNameZh,
    province: city.province,
    lon: city.lon,
    lat: city.lat,
    boundaryNote: city.boundaryNote,
    valueAdded: years((year) => city.valueAdded[year]),
    population: { "2012": population(0), "2017": population(1) },
    co2Source: {
      kind: own ? "city-totals" : "province-intensities",
      clipped: c % 8 === 0 ? [2017] : [],
      setAside: c % 8 === 4 ? [2012] : [],
      totals: { "2012": totals("2012"), "2017": totals("2017") },
    },
    type: {
      group,
      margin: 0.1 + 0.12 * (c % 7),
      borderline: 0.1 + 0.12 * (c % 7) < 0.25,
      runnerUp: CITY_GROUPS[(c + 1) % CITY_GROUPS.length]!,
      z: { [group]: 1.2 },
      shares: { [group]: 0.4 },
    },
    accounts: both,
    mitigation: {
      local,
      outsourced,
      class: c === 5 ? "unclassified" : classify(local, outsourced),
      margin: Math.abs(outsourced - local),
      given,
      net: given - outsourced,
      agreement: { same: 3 + ((c * 5) % 19), of: MEASURES.length * BASES.length },
    },
  };
}

const GROUP_SHARES = [0.04, 0.5, 0.28, 0.05, 0.03, 0.1];
const split = (value: number) => Object.fromEntries(CITY_GROUPS.map((group, k) => [group, value * GROUP_SHARES[k]!]));

const PRODUCTS: [string, number][] = [
  ["28", 0.44],
  ["25", 0.12],
  ["06", 0.1],
  ["30", 0.08],
  ["16", 0.06],
  ["18", 0.05],
  ["40", 0.05],
  ["01", 0.04],
  ["41", 0.04],
  ["02", 0.02],
];
const SUPPLIERS = ["13", "14", "25", "30"];

/** Products and chains of a footprint; chains run to the origins, the nearest being the largest. */
function makeChains(footprint: number, origins: readonly { code: string; value: number }[]): CityResult["chains"] {
  const paths = origins.slice(0, 10).map(({ code, value }, k) => ({
    steps: [{ city: origins[0]!.code, sector: "28" }, ...(k === 4 ? [] : [{ city: code, sector: SUPPLIERS[k % 4]! }])],
    value: 0.06 * value,
  }));
  return {
    year: 2017,
    products: PRODUCTS.map(([sector, share]) => ({ sector, groups: split(share * footprint) })),
    paths,
    listed: sum(paths.map(({ value }) => value)),
    largestLeft: paths.at(-1)!.value,
  };
}

/** `results/cities/<code>.json` of city `c`. */
export function makeCityResult(world: World, c: number, cities: CitySummary[]): CityResult {
  const me = cities[c]!;
  const ranked = (values: number[]) =>
    values.map((value, r) => ({ code: cities[r]!.code, value })).sort((a, b) => b.value - a.value);
  const others = (values: number[]) => ranked(values).filter((flow) => flow.code !== me.code);
  const origins = (year: 0 | 1) =>
    ranked(column(world.flows[year], c)).map((flow) => ({ ...flow, groups: split(flow.value) }));
  const peers = cities.filter((city) => city.code !== me.code && city.type.group === me.type.group).slice(0, 20);
  const { local, outsourced, given } = me.mitigation;
  const [before, after] = [me.accounts["2012"]!, me.accounts["2017"]!];
  const share = { intensity: 0, technology: -0.4, sourcing: 0.05, "demand-mix": -0.1, "demand-level": 1.45 };
  const cause = (key: keyof typeof share) => {
    if (key === "intensity") return { cause: key, local: -local, outsourced: -outsourced };
    const rest = (part: "local" | "outsourced", cut: number) => share[key] * (after[part] - before[part] + cut);
    return { cause: key, local: rest("local", local), outsourced: rest("outsourced", outsourced) };
  };
  return {
    schema: "tributary.city/v1",
    code: me.code,
    origins: { "2012": origins(0), "2017": origins(1) },
    originSectors: { "2012": { "25": before.footprint }, "2017": { "25": after.footprint } },
    consumers: others(world.flows[1][c]!),
    received: others(column(world.mitigation, c)),
    given: others(world.mitigation[c]!),
    mitigation: MEASURES.flatMap((measure) =>
      BASES.map((priceBasis) => ({ measure, priceBasis, local, outsourced, class: me.mitigation.class })),
    ),
    balance: TONNE_MEASURES.map((measure) => ({ measure, given, received: outsourced, net: given - outsourced })),
    causes: { method: "polar", steps: CAUSES.map(cause) },
    chains: makeChains(after.footprint, origins(1)),
    peers: peers.map((city) => city.code),
    bound: { footprint: { "2012": 1e-6 * before.footprint, "2017": 1e-6 * after.footprint }, mitigation: 1e-3 },
  };
}
