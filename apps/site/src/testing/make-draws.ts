import { type CityCertainty, type CitySummary, CLASSES, type Draws, type MitigationClass } from "@tributary/core";

/** Classes over the draws: mostly the published one, now and then undecided, and once in a while another. */
function spread({ mitigation }: CitySummary, c: number): Record<MitigationClass, number> {
  const published = mitigation.class === "unclassified" ? "weak" : mitigation.class;
  const other = CLASSES[(CLASSES.indexOf(published) + 1) % 5]!;
  const share = [0.87, 1, 0.58, 0.21][c % 4]!;
  const even = Object.fromEntries(CLASSES.map((id) => [id, 0])) as Record<MitigationClass, number>;
  return { ...even, [published]: share, [other]: 1 - share };
}

function makeCertainty(city: CitySummary, c: number): CityCertainty {
  const probabilities = spread(city, c);
  const [likeliest] = CLASSES.toSorted((a, b) => probabilities[b] - probabilities[a]);
  const range = (value: number): [number, number, number] => [value - 0.4 * Math.abs(value) - 1e5, value, value + 9e5];
  return {
    code: city.code,
    likeliest: likeliest!,
    firm: probabilities[likeliest!] >= 2 / 3,
    probabilities,
    rebuilt: probabilities,
    local: range(city.mitigation.local),
    outsourced: range(city.mitigation.outsourced),
  };
}

/** Draws of a synthetic world in which every verdict on a class occurs: firm, undecided, another class. */
export const makeDraws = (cities: readonly CitySummary[]): Draws => ({
  schema: "tributary.draws/v1",
  seed: 1,
  variants: 10,
  base: {},
  facts: "0".repeat(64),
  version: "0.0.0",
  draws: 20,
  failed: [],
  deviations: { price: 0.08, city: 0.1, sector: 0.05 },
  cities: cities.map(makeCertainty),
});
