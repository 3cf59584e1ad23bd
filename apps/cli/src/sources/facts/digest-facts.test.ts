import { expect, test } from "vitest";
import { DEFAULT_PATHS } from "../../paths.ts";
import { digestFacts } from "./digest-facts.ts";
import { readFacts } from "./read-facts.ts";

const facts = readFacts(DEFAULT_PATHS.facts);
const digest = digestFacts(facts);

test("another name or note leaves the hash as it is", () => {
  const [city, ...others] = facts.cities;
  const renamed = { ...city, name: { en: "Elsewhere", zh: "别处" }, boundaryNote: "as of 2017" };
  expect(digestFacts({ ...facts, cities: [renamed, ...others] })).toBe(digest);
});

test("another figure of a city, an inventory or a table changes it", () => {
  const [city, ...others] = facts.cities;
  const larger = { ...city, population: { ...city.population, 2017: 1 } };
  const [inventory, ...rest] = facts.inventories;
  const emitted = { ...inventory, items: { ...inventory.items, 2012: new Map([[1, 2]]) } };
  const Z = facts.national[2012].Z.map((cell, at) => (at === 7 ? cell + 1 : cell));
  const hashes = [
    digestFacts({ ...facts, cities: [larger, ...others] }),
    digestFacts({ ...facts, inventories: [emitted, ...rest] }),
    digestFacts({ ...facts, national: { ...facts.national, 2012: { ...facts.national[2012], Z } } }),
  ];
  expect(new Set([...hashes, digest]).size).toBe(4);
});
