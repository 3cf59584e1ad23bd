import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CityResult, CitySummary } from "@tributary/core";
import { afterAll, expect, test, vi } from "vitest";
import { makeResults } from "../testing/make-results.ts";
import type { PlannedCities } from "./planned-views.ts";

const folder = mkdtempSync(join(tmpdir(), "plan-city-"));
afterAll(() => rmSync(folder, { recursive: true }));
process.env.TRIBUTARY_RELEASE = folder;
process.env.TRIBUTARY_ARCHIVE = join(folder, "no-archive");

const { summary, cities, details } = makeResults(6);

/** Plan a release anew, as a build does, and say which cities were not worked out again. */
async function plan(release: { cities: CitySummary[]; details: CityResult[] }, known: PlannedCities, sources = "s") {
  const results = join(folder, "results");
  mkdirSync(join(results, "cities"), { recursive: true });
  const write = (name: string, value: unknown) => writeFileSync(join(results, name), JSON.stringify(value));
  write("summary.json", summary);
  write("cities.json", release.cities);
  for (const detail of release.details) write(`cities/${detail.code}.json`, detail);
  vi.resetModules();
  const { hashCommon, planCity } = await import("./plan-city.ts");
  const common = hashCommon(sources);
  const planned = Object.fromEntries(
    release.cities.map((city) => [city.code, planCity(city, common, known[city.code])]),
  );
  return { planned, kept: release.cities.filter(({ code }) => planned[code] === known[code]).length };
}

/** The release with one city changed. */
const withCity = (change: Partial<CitySummary>) => ({
  cities: cities.map((city, c) => (c === 2 ? { ...city, ...change } : city)),
  details,
});

test("a city is worked out again where anything has changed that its views are made from", async () => {
  const { planned: first } = await plan({ cities, details }, {});
  const again = (release: Parameters<typeof plan>[0], sources?: string) => plan(release, first, sources);
  expect((await again({ cities, details })).kept).toBe(6);
  expect((await again({ cities, details }, "other sources")).kept).toBe(0);
  expect((await again(withCity({ name: { en: "Elsewhere", zh: "别处" } }))).kept).toBe(0);
  const [moved] = details;
  const other = { ...moved!, consumers: [...moved!.consumers].reverse() };
  expect((await again({ cities, details: [other, ...details.slice(1)] })).kept).toBe(5);
});

test("a note is printed by its own city, and no other is worked out again", async () => {
  const { planned: first } = await plan({ cities, details }, {});
  const noted = withCity({ boundaryNote: "The city grew." });
  const { planned, kept } = await plan(noted, first);
  expect(kept).toBe(5);
  const { code, slug } = cities[2]!;
  const view = (unit: string) => [first[code]!.views[unit], planned[code]!.views[unit]];
  for (const unit of [`cities/${slug}`, `zh/cities/${slug}`]) expect(view(unit)[1]).not.toBe(view(unit)[0]);
  expect(view(`files/${slug}`)[1]).toBe(view(`files/${slug}`)[0]);
  expect((await plan(noted, {})).planned).toEqual(planned);
});
