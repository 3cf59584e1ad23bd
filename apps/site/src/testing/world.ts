import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A city of the synthetic world: the public facts of a real one, so that names and positions look right. */
interface FixtureCity {
  code: string;
  slug: string;
  name: { en: string; zh: string };
  fullNameZh: string;
  province: { code: string; name: { en: string; zh: string } };
  lon: number;
  lat: number;
  /** 10⁴ CNY in the first and last year. */
  valueAdded: [number, number];
  /** Persons, or null where no figure is published. */
  population: [number | null, number | null];
  boundaryNote: string | null;
}

/** Flows between the cities of a synthetic world; `[origin][consumer]`, t CO₂. Invented numbers, never for publication. */
export interface World {
  cities: FixtureCity[];
  flows: [number[][], number[][]];
  mitigation: number[][];
}

const FIRST = ["430100", "130200", "440300", "150600", "610800", "450900", "110000", "310000", "500000", "340100"];
const FACTS = resolve(import.meta.dirname, "../../../../data/facts/cities.csv");

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function readFacts(): FixtureCity[] {
  const [header = "", ...lines] = readFileSync(FACTS, "utf8").trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const valueAdded = (year: string) =>
      10_000 * ["primary", "secondary", "tertiary"].reduce((sum, k) => sum + Number(cell(`va_${k}_${year}`)), 0);
    const persons = (year: string) => (cell(`population_${year}`) ? 10_000 * Number(cell(`population_${year}`)) : null);
    return {
      code: cell("adcode"),
      slug: `${cell("adcode")}-${cell("name_en")
        .toLowerCase()
        .replaceAll("ü", "u")
        .replaceAll(/[^a-z]+/g, "")}`,
      name: { en: cell("name_en"), zh: cell("name_zh") },
      fullNameZh: cell("full_name_zh"),
      province: { code: cell("province"), name: { en: `Province ${cell("province")}`, zh: cell("province_zh") } },
      lon: Number(cell("lon")),
      lat: Number(cell("lat")),
      valueAdded: [valueAdded("2012"), valueAdded("2017")],
      population: [persons("2012"), persons("2017")],
      boundaryNote: cell("boundary_note") || null,
    };
  });
}

function chooseCities(count: number): FixtureCity[] {
  const all = readFacts().filter((city) => !city.province.code.startsWith("54"));
  const first = FIRST.flatMap((code) => all.find((city) => city.code === code) ?? []);
  const step = Math.max(1, Math.floor(all.length / count));
  const rest = all.filter((city, index) => index % step === 0 && !FIRST.includes(city.code));
  return [...first, ...rest].slice(0, count).sort((a, b) => a.code.localeCompare(b.code));
}

/** Distance over a sphere, km. */
function distance(a: FixtureCity, b: FixtureCity): number {
  const rad = Math.PI / 180;
  const s =
    Math.sin(((a.lat - b.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((a.lon - b.lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(s));
}

/** A world of `count` cities whose flows follow size and distance, and in which every sign of mitigation occurs. */
export function makeWorld(count: number): World {
  const random = seededRandom(42);
  const cities = chooseCities(count);
  const intensity = cities.map(() => 0.5 + 2 * random());
  const change = cities.map((_, index) => [-0.28, 0.03, -0.12, 0.22, 0.3, -0.4][index % 6]! * (0.4 + random()));
  const flow = (year: 0 | 1) =>
    cities.map((origin, r) =>
      cities.map((consumer, c) => {
        const near = (r === c ? 160 : Math.max(50, distance(origin, consumer))) ** -1.1;
        const growth = year === 0 ? 1 : (1 + change[r]!) * (c % 5 === 2 ? 0.8 : 1.25);
        return 0.4 * Math.sqrt(origin.valueAdded[0] * consumer.valueAdded[0]) * intensity[r]! * near * growth * 10;
      }),
    );
  const flows: World["flows"] = [flow(0), flow(1)];
  const mitigation = cities.map((_, r) =>
    cities.map((_, c) => -change[r]! * 0.5 * (flows[0][r]![c]! + flows[1][r]![c]!)),
  );
  return { cities, flows, mitigation };
}
