import { type SolveColumns, solveOutput, sum } from "@tributary/core";
import { beforeAll, describe, expect, test } from "vitest";
import { LEVERS } from "../registry.ts";
import { expandState, solveDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";
import { answerCity } from "./answer-city.ts";
import { answerScenario, contributeLevers, type SolvedBaseline, solveBaseline } from "./answer-scenario.ts";
import { applyLevers, type Setting } from "./apply-levers.ts";

const solve: SolveColumns = async (A, Y, options) => solveOutput(A, Y, options);
const upstream: Setting = {
  lever: LEVERS.get("upstream-decarbonisation")!,
  settings: { where: { origins: { province: ["120000"] }, sectors: "all" }, change: { percent: -40 } },
};
const shift: Setting = {
  lever: LEVERS.get("supplier-shift")!,
  settings: {
    where: { buyer: { city: ["110101"] }, product: ["02", "03"] },
    shift: { share: 0.6, from: { rule: "dirtiest", count: 1 }, to: { rule: "cleanest", count: 2 } },
  },
};
const saving: Setting = {
  lever: LEVERS.get("material-efficiency")!,
  settings: {
    where: { users: { city: ["110101"] }, industries: "all", materials: ["01", "03"] },
    change: { technical: 0.4, market: 0.5 },
  },
};
const less: Setting = {
  lever: LEVERS.get("demand-level-and-mix")!,
  settings: { where: { consumers: { city: ["120103"] }, products: "all" }, change: { percent: -10 } },
};
const price: Setting = {
  lever: LEVERS.get("carbon-price")!,
  settings: {
    where: { origins: { all: true }, sectors: "all" },
    price: { perTonne: 900, charged: "all-output" },
    response: { demand: -0.4, sourcing: 2 },
  },
};
describe.each(FORMS)("answerScenario on a %s table", (form) => {
  const baseline = makeSmallBaseline(form);
  const { R } = baseline;
  let before: SolvedBaseline;
  beforeAll(async () => {
    before = await solveBaseline(baseline, solve);
  });

  test.each([
    ["an intensity lever", [upstream]],
    ["a supplier shift", [shift]],
    ["both", [shift, upstream]],
    ["a recipe that takes less", [saving]],
    ["a shift of who needs less, and less demand elsewhere", [saving, shift, less]],
    ["a price on all that", [saving, shift, less, price]],
  ])("%s: every cell of the accounts is that of a full dense solve", async (_, settings) => {
    const { accounts } = await answerScenario(before, settings, solve);
    for (const [r, row] of solveDense(expandState(accounts.state)).to2DArray().entries())
      for (const [c, value] of row.entries())
        expect(Math.abs(accounts.C[r * R + c] - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    expect(Math.max(...accounts.bounds!)).toBeLessThan(1e-6);
  });

  test("intensities need no new solve: the baseline's columns are taken over", async () => {
    const { accounts } = await answerScenario(before, [upstream], async () => {
      throw new Error("solved");
    });
    expect(accounts.X).toBe(before.accounts.X);
  });

  test("classes answer to the scenario", async () => {
    const { standing } = await answerScenario(before, [upstream], solve);
    expect(standing!.outsourced[0]).toBeGreaterThan(before.standing!.outsourced[0]);
  });

  test("a cut leaks nothing; a shift moves emissions to other cities", async () => {
    expect((await answerScenario(before, [upstream], solve)).leakage).toMatchObject({ rise: 0, rate: 0 });
    expect((await answerScenario(before, [shift], solve)).leakage.rise).toBeGreaterThan(0);
  });

  test("contributions add exactly to what the levers do together", async () => {
    const settings = [upstream, shift, price];
    const { accounts } = await answerScenario(before, settings, solve);
    const { footprints, production, city } = await contributeLevers(baseline, settings, 1);
    const total = (parts: Float64Array[], at: number) => parts.reduce((sum, part) => sum + part[at], 0);
    for (let r = 0; r < R; r++) {
      const change = accounts.footprint.total[r] - before.accounts.footprint.total[r];
      expect(total(footprints.parts, r)).toBeCloseTo(change, 6);
      expect(total(production.parts, r)).toBeCloseTo(accounts.production[r] - before.accounts.production[r], 6);
    }
    const local = accounts.footprint.local[1] - before.accounts.footprint.local[1];
    expect(total(city.parts, 0)).toBeCloseTo(local, 6);
  });

  test("an interaction is as exact as the effect that it is a part of", async () => {
    const settings = [upstream, shift, price];
    const solveProduction = (levers: typeof settings) =>
      sum(answerCity(applyLevers(baseline, levers), 1, { tolerance: 1e-15 }).production);
    const none = solveProduction([]);
    const alone = settings.map((setting) => solveProduction([setting]) - none);
    const together = solveProduction(settings) - none;
    const { production } = await contributeLevers(baseline, settings, 1);
    expect(Math.abs(sum(production.interaction) - (together - sum(alone)))).toBeLessThan(1e-10 * Math.abs(together));
  });
});
