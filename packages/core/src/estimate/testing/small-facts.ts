import type { Sector } from "../../model/axes.ts";
import type { CityFact, Facts, NationalTable, ProvinceInventory } from "../facts.ts";

/** Four sectors of the real list, so that split items and fuel purchases find theirs. */
const SECTORS: Sector[] = [
  { code: "01", name: { en: "Agriculture", zh: "农业" }, group: "agriculture", industry: "primary" },
  { code: "11", name: { en: "Refined fuels", zh: "成品油" }, group: "energy", industry: "secondary" },
  { code: "29", name: { en: "Trade", zh: "批发零售" }, group: "services", industry: "tertiary" },
  { code: "31", name: { en: "Catering", zh: "餐饮" }, group: "services", industry: "tertiary" },
];

/** A national table that closes: inventories take up what the other uses leave. */
function makeTable(growth: number): NationalTable {
  const N = 4;
  const Z = Float64Array.of(100, 40, 5, 60, 80, 150, 30, 20, 20, 30, 40, 25, 2, 3, 10, 5).map((flow) => flow * growth);
  const output = Float64Array.of(500, 600, 400, 200).map((value) => value * growth);
  const exports = Float64Array.of(10, 90, 40, 0).map((value) => value * growth);
  const imports = Float64Array.of(40, 60, 5, 0).map((value) => value * growth);
  const uses = [0.2, 0.4, 0.15, 0.25];
  const left = output.map((value, i) => {
    let rest = value + imports[i] - exports[i];
    for (let j = 0; j < N; j++) rest -= Z[i * N + j];
    return rest;
  });
  const [rural, urban, government, capital] = uses.map((share) => left.map((value) => share * value));
  return {
    Z,
    finalUse: {
      "rural-households": rural,
      "urban-households": urban,
      government,
      "capital-formation": capital,
      inventories: new Float64Array(N),
    },
    exports,
    imports,
    balanceError: new Float64Array(N),
    output,
  };
}

function makeCity(
  code: string,
  province: string,
  lon: number,
  value: number,
  co2: CityFact["co2"],
  people: number | null,
): CityFact {
  return {
    code,
    province,
    name: { en: `City ${code}`, zh: `城${code}` },
    fullNameZh: `城${code}市`,
    provinceZh: `省${province}`,
    lon,
    lat: 30,
    valueAdded: { 2012: [value, 2 * value, value], 2017: [1.2 * value, 2.5 * value, 2 * value] },
    population: { 2012: people, 2017: people },
    co2,
    boundaryNote: null,
  };
}

const NONE = { 2012: null, 2017: null };

function makeInventory(province: string, scale: number): ProvinceInventory {
  const items = (growth: number) =>
    new Map(
      [
        [1, 2],
        [21, 50],
        [44, 8],
        [46, 3],
        [47, 1],
      ].map(([item, mt]) => [item, mt * scale * growth]),
    );
  return { province, items: { 2012: items(1), 2017: items(1.1) } };
}

/**
 * Facts of a country of seven cities: three provinces, of which 420000 has one city and 540000 no inventory. City 110003
 * states more CO2 than believable, 110004 has no population and no total of its own.
 */
export function makeSmallFacts(): Facts {
  return {
    sectors: SECTORS,
    cities: [
      makeCity("110001", "110000", 110, 10, { 2012: 20, 2017: 21 }, 400),
      makeCity("110002", "110000", 110.4, 8, { 2012: 25, 2017: 30 }, 300),
      makeCity("110003", "110000", 110.8, 6, { 2012: 10, 2017: 90 }, 200),
      makeCity("110004", "110000", 111.2, 4, NONE, null),
      makeCity("110005", "110000", 111.6, 0.5, NONE, 20),
      makeCity("420001", "420000", 112, 12, { 2012: 60, 2017: 66 }, 500),
      makeCity("540001", "540000", 91, 3, NONE, 50),
    ],
    national: { 2012: makeTable(1e5), 2017: makeTable(1.3e5) },
    inventories: [makeInventory("110000", 1), makeInventory("420000", 1.2)],
    items: [
      { item: 1, name: "Farming", sectors: ["01"] },
      { item: 21, name: "Fuels", sectors: ["11"] },
      { item: 44, name: "Trade and catering", sectors: ["29", "31"] },
      { item: 46, name: "Urban", sectors: [] },
      { item: 47, name: "Rural", sectors: [] },
    ],
    deflators: Float64Array.of(1, 0.95, 1, 1),
  };
}
