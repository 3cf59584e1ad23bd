import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const file = join(small.folder, "cut.yaml");
const TEXT = `schema: tributary.scenario/v1
id: cut
title: { en: Cut, zh: 减排 }
base: { release: small, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { province: ["130000"] }, sectors: ["14"] }
    change: { percent: -30 }
  - lever: supplier-shift
    where: { buyer: { city: ["440300"] }, product: ["14"] }
    shift: { share: 0.5, from: { province: ["130000"] }, to: { city: ["310000"] } }
target: { city: "440300", quantity: outsourced, percent: -1 }
`;
const OVER = ["--over", "levers.0.change.percent=-10,-20,-30", "--over", "levers.1.shift.share=0,0.5"];
beforeAll(async () => {
  await small.build();
  writeFileSync(file, TEXT);
});
afterAll(() => small.remove());

const scenario = (...argv: string[]) => runMain("scenario", ...argv, "--release", small.path);
const readRows = (out: string): Record<string, string>[] =>
  parseCsv(readFileSync(join(out, "sweep.csv")), { columns: true });

describe("scenario sweep", () => {
  test("every point is what a run of its own gives", async () => {
    const out = join(small.folder, "grid");
    const { code, stdout } = await scenario("sweep", file, ...OVER, "--out", out);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^levers\.0\.change\.percent +levers\.1\.shift\.share/);
    expect(stdout).toMatch(/^ +−30 +0\.5 /m);
    const rows = readRows(out);
    expect(rows).toHaveLength(6);
    const one = JSON.parse((await scenario("run", file, "--json")).stdout);
    const last = rows.at(-1)!;
    expect([last["levers.0.change.percent"], last["levers.1.shift.share"]]).toEqual(["-30", "0.5"]);
    const focus = one.cities.find((city: { code: string }) => city.code === "440300");
    expect(Number(last["440300_outsourced_t"]) / focus.after.outsourced).toBeCloseTo(1, 10);
    expect(Number(last.all_footprint_t) / one.totals.after.footprint).toBeCloseTo(1, 10);
    expect(readdirSync(join(out, "points"))).toHaveLength(6);
    expect(parseCsv(readFileSync(join(out, "cities.csv")), { columns: true })).toHaveLength(240);
  });

  test("an interrupt loses no point that is done; the same command goes on, and ends with the same bytes", async () => {
    const out = join(small.folder, "broken");
    const flags = [...OVER, "--out", out];
    const command = join(import.meta.dirname, "../../bin/tributary.js");
    const child = spawn(process.execPath, [command, "scenario", "sweep", file, ...flags, "--release", small.path]);
    const points = join(out, "points");
    while (!existsSync(points) || readdirSync(points).filter((name) => name.endsWith(".json")).length === 0)
      await new Promise((done) => setTimeout(done, 5));
    child.kill("SIGINT");
    await once(child, "exit");
    const kept = readdirSync(points).filter((name) => name.endsWith(".json")).length;
    expect(existsSync(join(out, "sweep.csv"))).toBe(kept === 6);
    const { code, stderr } = await scenario("sweep", file, ...flags);
    expect(stderr).toContain(`${kept} are there`);
    expect(code).toBe(0);
    const whole = join(small.folder, "whole");
    await scenario("sweep", file, ...OVER, "--out", whole);
    expect([...listFiles(out)]).toEqual([...listFiles(whole)]);
  });

  test("another scenario finds no old points, and a spoilt one is made again", async () => {
    const out = join(small.folder, "changed");
    const over = ["--over", "levers.1.shift.share=0,0.5", "--out", out];
    await scenario("sweep", file, ...over);
    const other = join(small.folder, "other.yaml");
    writeFileSync(other, TEXT.replace("percent: -30", "percent: -31"));
    const { stderr } = await scenario("sweep", other, ...over);
    expect(stderr).not.toContain("are there");
    const points = readdirSync(join(out, "points"));
    expect(points).toHaveLength(2);
    const before = listFiles(out);
    writeFileSync(join(out, "points", points[0]), "{");
    expect((await scenario("sweep", other, ...over)).stderr).toContain("Run 1 points, 1 are there");
    expect([...listFiles(out)]).toEqual([...before]);
  });

  test("refuses what it cannot do before it begins", async () => {
    const taken = join(small.folder, "taken");
    mkdirSync(taken);
    writeFileSync(join(taken, "thesis.txt"), "");
    for (const [flags, message] of [
      [["--out", join(small.folder, "none")], "What varies?"],
      [["--over", "levers.0.change.percent=-10", "--out", taken], "is not a folder of a sweep"],
      [["--over", "levers.0.chnge.percent=-10", "--out", join(small.folder, "none")], "Did you mean change?"],
    ] as const) {
      const { code, stderr } = await scenario("sweep", file, ...flags);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
    expect(existsSync(join(small.folder, "none"))).toBe(false);
  });
});

test("with --dry-run the points of a sweep are listed, and nothing is computed or written", async () => {
  const out = join(small.folder, "listed");
  const flags = ["--over", "levers.0.change.percent=-10,-20", "--out", out, "--dry-run"];
  const { code, stdout, stderr } = await scenario("sweep", file, ...flags, "--json");
  expect(JSON.parse(stdout).rows).toEqual([{ "levers.0.change.percent": -10 }, { "levers.0.change.percent": -20 }]);
  expect(stderr).toContain("Would run 2 points");
  expect(stderr).not.toContain("Solve");
  expect([code, existsSync(out)]).toEqual([0, false]);
});

describe("scenario diff", () => {
  test("scenarios and stored runs give the same difference, and none of one from itself", async () => {
    const other = join(small.folder, "more.yaml");
    writeFileSync(other, TEXT.replace("id: cut", "id: more").replace("percent: -30", "percent: -40"));
    const [a, b] = [join(small.folder, "run-a"), join(small.folder, "run-b")];
    await scenario("run", file, "--out", a);
    await scenario("run", other, "--out", b);
    const fresh = JSON.parse((await scenario("diff", file, other, "--json")).stdout);
    const stored = JSON.parse((await scenario("diff", a, join(b, "result.json"), "--json")).stdout);
    const mixed = JSON.parse((await scenario("diff", file, b, "--json")).stdout);
    expect(stored).toEqual(fresh);
    expect(mixed).toEqual(fresh);
    expect(fresh).toMatchObject({ a: "cut", b: "more" });
    expect(fresh.settings).toEqual([{ path: "upstream-decarbonisation.change.percent", a: "-30", b: "-40" }]);
    expect(fresh.rows).toHaveLength(40);
    expect(fresh.rows[0].footprint_b_less_a).toBeLessThan(0);
    const none = JSON.parse((await scenario("diff", a, a, "--json")).stdout);
    for (const row of none.rows) expect(row.footprint_b_less_a).toBe(0);
    expect((await scenario("diff", a, a)).stdout).toContain("Both state the same.");
  });

  test("a stored run that was edited is refused at its field", async () => {
    const edited = join(small.folder, "edited.json");
    const text = readFileSync(join(small.folder, "run-a", "result.json"), "utf8");
    writeFileSync(edited, text.replace('"year": 2017', '"year": "2017"'));
    const { code, stderr } = await scenario("diff", edited, file);
    expect(stderr).toMatch(/edited\.json:(scenario\.base\.)?year/);
    expect(code).toBe(3);
  });
});
