import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { galleryIndexSchema, scenarioResultSchema } from "@tributary/scenarios";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const folder = join(small.folder, "gallery");
const stored = join(small.path, "results/scenarios");
const write = (id: string, percent: number, sector = "14") =>
  writeFileSync(
    join(folder, `${id}.yaml`),
    `schema: tributary.scenario/v1
id: ${id}
title: { en: ${id}, zh: ${id} }
base: { release: small, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { all: true }, sectors: ["${sector}"] }
    change: { percent: ${percent} }
uncertainty: { draws: 200, seed: 20240701 }
`,
  );
beforeAll(async () => {
  await small.build();
  mkdirSync(folder);
  write("more", -40);
  write("less", -20);
});
afterAll(() => small.remove());

const gallery = (...argv: string[]) =>
  runMain("scenario", "gallery", "--folder", folder, "--release", small.path, ...argv);
const read = (id: string) =>
  scenarioResultSchema.parse(JSON.parse(readFileSync(join(stored, id, "result.json"), "utf8")));

test("every scenario's result stands in the release, the one that a run of its own prints", async () => {
  expect((await gallery()).code).toBe(0);
  const index = galleryIndexSchema.parse(JSON.parse(readFileSync(join(stored, "index.json"), "utf8")));
  expect(index).toMatchObject({ release: "small", scenarios: ["less", "more"] });
  const run = await runMain("scenario", "run", join(folder, "more.yaml"), "--json", "--release", small.path);
  const { command: _, ...printed } = JSON.parse(run.stdout);
  const { command, ...kept } = read("more");
  expect(kept).toEqual(printed);
  expect(command).toBe("tributary scenario run more");
  const fall = (id: string) => read(id).totals.after.production - read(id).totals.before.production;
  expect(fall("more") / fall("less")).toBeCloseTo(2, 8);
});

test("every published change lies inside its interval, of all cities together and of each", async () => {
  for (const id of ["more", "less"]) {
    const { totals, cities, draws } = read(id);
    const pairs = [{ of: totals, drawn: draws!.totals }, ...cities.map((of, c) => ({ of, drawn: draws!.cities[c] }))];
    for (const { of, drawn } of pairs)
      for (const quantity of ["footprint", "local", "outsourced", "production"] as const) {
        const change = of.after[quantity] - of.before[quantity];
        expect(drawn[quantity][0]).toBeLessThanOrEqual(change);
        expect(drawn[quantity][4]).toBeGreaterThanOrEqual(change);
      }
    expect(draws!.totals.footprint[0]).toBeLessThan(draws!.totals.footprint[4]);
  }
});

test("again, the same bytes; a scenario that is gone leaves nothing behind", async () => {
  const before = listFiles(stored);
  expect((await gallery()).code).toBe(0);
  expect([...listFiles(stored)]).toEqual([...before]);
  rmSync(join(folder, "more.yaml"));
  expect((await gallery()).code).toBe(0);
  expect(existsSync(join(stored, "more"))).toBe(false);
  write("more", -40);
});

test("a scenario that cannot be run leaves the stored ones as they were", async () => {
  const before = listFiles(stored);
  write("wrong", -20, "77");
  const { code, stderr } = await gallery();
  expect(stderr).toMatch(/wrong\.yaml:7:\d+ {2}There is no sector "77"/);
  expect(code).toBe(3);
  expect([...listFiles(stored)]).toEqual([...before]);
});
