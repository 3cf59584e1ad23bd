import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const file = join(small.folder, "aim.yaml");
const TEXT = `schema: tributary.scenario/v1
id: aim
title: { en: Aim, zh: 目标 }
base: { release: small, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { all: true }, sectors: all }
    change: { percent: -5 }
  - lever: supplier-shift
    where: { buyer: { city: ["440300"] }, product: ["14"] }
    shift: { share: 0.5, from: { province: ["130000"] }, to: { city: ["310000"] } }
target: { city: "440300", quantity: outsourced, percent: -15 }
`;
beforeAll(async () => {
  await small.build();
  writeFileSync(file, TEXT);
});
afterAll(() => small.remove());

const goal = (...argv: string[]) => runMain("scenario", "goal", ...argv, "--release", small.path);

describe("scenario goal", () => {
  test("what it writes is run again and reaches the target", async () => {
    const out = join(small.folder, "reached.yaml");
    const { code, stdout, stderr } = await goal(file, "--out", out);
    expect(stdout).toContain("Upstream decarbonisation: ");
    expect(stdout).toContain("It gives the next cut");
    expect(stdout).toContain("上游脱碳：");
    expect(stderr).toContain(`Wrote ${out}`);
    expect(code).toBe(0);
    const { target, scenario } = JSON.parse(
      (await runMain("scenario", "run", out, "--json", "--release", small.path)).stdout,
    );
    expect(target).toMatchObject({ met: true, quantity: "outsourced" });
    expect(target.reached / target.wanted).toBeCloseTo(1, 5);
    expect(scenario.id).toBe("aim-goal");
    expect(scenario.levers.map(({ lever }: { lever: string }) => lever)).toEqual([
      "supplier-shift",
      "upstream-decarbonisation",
    ]);
    expect(readdirSync(small.folder).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("without --out the scenario is printed, as JSON too", async () => {
    expect((await goal(file)).stdout).toContain("\nschema: tributary.scenario/v1\nid: aim-goal\n");
    const { target, levers, after_t, wanted_t, price_per_t } = JSON.parse(
      (await goal(file, "--lever", "demand-level-and-mix", "--weight", "demand-level-and-mix=100", "--json")).stdout,
    );
    expect(target.city).toBe("440300");
    expect(after_t).toBeLessThanOrEqual(wanted_t);
    expect(price_per_t).toBeGreaterThan(0);
    expect(levers.map(({ lever, role }: Record<string, string>) => [lever, role])).toEqual([
      ["upstream-decarbonisation", "marginal"],
      ["demand-level-and-mix", "unused"],
    ]);
  });

  test("a target out of reach is refused with how far all levers get, and nothing is written", async () => {
    const out = join(small.folder, "far.yaml");
    const { code, stdout, stderr } = await goal(file, "--bound", "upstream-decarbonisation=-3:0", "--out", out);
    expect(stderr).toMatch(/All levers at their bounds bring .* wanted are/);
    expect([code, stdout]).toEqual([2, ""]);
    expect(existsSync(out)).toBe(false);
  });

  test("does not write over a file, and says so before it computes", async () => {
    const { code, stderr } = await goal(file, "--out", file);
    expect(stderr).toContain("is there already");
    expect(stderr).not.toContain("Seek");
    expect(code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe(TEXT);
  });

  test("with --dry-run nothing is written", async () => {
    const out = join(small.folder, "none.yaml");
    expect((await goal(file, "--out", out, "--dry-run")).stderr).toContain("Would write");
    expect(existsSync(out)).toBe(false);
  });

  test("a scenario without a target is refused", async () => {
    const aimless = join(small.folder, "aimless.yaml");
    writeFileSync(aimless, TEXT.replace(/target.*\n/, ""));
    const { code, stderr } = await goal(aimless);
    expect(stderr).toContain("states no target");
    expect(code).toBe(2);
  });

  test.each([
    ["--bound", "upstream-decarbonisation"],
    ["--bound", "upstream-decarbonisation=0:-20"],
    ["--weight", "upstream-decarbonisation=heavy"],
    ["--exclude", "upstream-decarbonization"],
    ["--bound", "clean-electricity=-20:0"],
    ["--weight", "upstream-decarbonisation=0"],
  ])("%s %s is refused", async (...flags) => {
    const { code, stdout } = await goal(file, ...flags);
    expect(code).toBeGreaterThanOrEqual(2);
    expect(code).toBeLessThanOrEqual(3);
    expect(stdout).toBe("");
  });
});
