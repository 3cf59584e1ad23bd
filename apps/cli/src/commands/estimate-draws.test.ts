import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DrawRecord, parseSettings } from "@tributary/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_PATHS } from "../paths.ts";
import { runMain } from "../run-main.ts";
import { readFacts } from "../sources/facts/read-facts.ts";
import { readDraws } from "../store/draws-store.ts";
import { makeDraws } from "../workers/draw-pool.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

const release = new SmallRelease();
const out = join(release.folder, "draws");
const draw = (path: string, ...flags: string[]) =>
  runMain("estimate", "draws", "--settings", release.settings, "--draws", "3", "--seed", "11", "--out", path, ...flags);

beforeAll(async () => {
  writeFileSync(release.settings, "cityCount: 40\n");
  const { code, stdout, stderr } = await draw(out);
  expect(stderr).toMatch(/Wrote 3 draws to .*: the class of \d+ of 40 cities is uncertain/);
  expect([code, stdout]).toEqual([0, ""]);
}, 120_000);
afterAll(() => release.remove());

test("probabilities of every city add up, and the journal is gone", () => {
  const { cities, draws, failed, seed, variants } = readDraws(out);
  expect({ draws, failed, seed, variants, cities: cities.length }).toEqual({
    ...{ draws: 3, failed: [], seed: 11, variants: 10, cities: 40 },
  });
  for (const { probabilities, rebuilt, local, likeliest } of cities) {
    for (const shares of [probabilities, rebuilt])
      expect(Object.values(shares).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    expect(Math.max(...Object.values(probabilities))).toBe(probabilities[likeliest]);
    expect(local.toSorted((a, b) => a - b)).toEqual(local);
  }
  expect(existsSync(`${out}.unfinished.jsonl`)).toBe(false);
  expect(readFileSync(join(out, "settings.csv"), "utf8").split("\n")).toHaveLength(5);
});

test("an interrupted run goes on where it was, to the same bytes; threads do not matter", async () => {
  const settings = parseSettings({ cityCount: 40 });
  const records: DrawRecord[] = [];
  const plan = { seed: 11, base: settings, variants: 10 };
  await makeDraws(readFacts(DEFAULT_PATHS.facts), plan, [1], (record) => records.push(record), 1);
  const again = join(release.folder, "again");
  const { schema, seed, variants, base, facts, version } = readDraws(out);
  const head = JSON.stringify({ schema, seed, variants, base, facts, version });
  writeFileSync(`${again}.unfinished.jsonl`, `${head}\n${JSON.stringify(records[0])}\n{"draw":2,"sett`);
  const { code, stderr } = await draw(again);
  expect(stderr).toContain("Going on after 1 draws");
  expect(stderr).toContain("Make 2 draws");
  expect(code).toBe(0);
  expect(listFiles(again)).toEqual(listFiles(out));
}, 120_000);

describe("a release", () => {
  test("takes over draws of its own figures and settings, and answers how certain a class is", async () => {
    await release.build("--draws", out);
    const argv = ["query", "certainty", "--region", "430100", "--release", release.path];
    const { rows } = JSON.parse((await runMain(...argv, "--json")).stdout);
    const expected = readDraws(out).cities.find(({ code }) => code === "430100");
    expect(rows).toMatchObject([
      {
        code: "430100",
        likeliest: expected?.likeliest,
        weak: expected?.probabilities.weak,
        local_p50_t: expected?.local[1],
      },
    ]);
    expect((await runMain(...argv, "--explain")).stderr).toContain("two thirds of the draws");
  }, 60_000);

  test("leaves out draws of other settings, and says what to do when asked", async () => {
    const other = join(release.folder, "other");
    writeFileSync(release.settings, "cityCount: 40\nvalueAddedWeight: 0.5\n");
    await release.estimate("--out", other, "--draws", out);
    expect(existsSync(join(other, "draws"))).toBe(false);
    await runMain("model", "run", "--release", other);
    const { code, stderr } = await runMain("query", "certainty", "--release", other);
    expect(stderr).toContain('Run "tributary estimate draws" first');
    expect(code).toBe(2);
  }, 60_000);
});

test("--dry-run makes nothing; a number that is none is refused", async () => {
  const none = join(release.folder, "none");
  expect((await draw(none, "--dry-run")).stderr).toContain("Would make 3 draws from seed 11");
  expect(existsSync(`${none}.unfinished.jsonl`)).toBe(false);
  expect((await runMain("estimate", "draws", "--draws", "0")).code).toBe(2);
});
