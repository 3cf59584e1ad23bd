import { solveOutput } from "@tributary/core";
import { expect, test } from "vitest";
import { LEVERS } from "../registry.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { answerCity } from "./answer-city.ts";
import { applyLevers, type Setting } from "./apply-levers.ts";

const baseline = makeSmallBaseline();
const options = { tolerance: 1e-12 };
const upstream = (percent: number): Setting => ({
  lever: LEVERS.get("upstream-decarbonisation")!,
  settings: { where: { origins: { city: ["120102"] }, sectors: "all" }, change: { percent } },
});
const shift: Setting = {
  lever: LEVERS.get("supplier-shift")!,
  settings: {
    where: { buyer: { city: ["110101"] }, product: ["02"] },
    shift: { share: 0.5, from: { city: ["120103"] }, to: { city: ["110100"] } },
  },
};

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test("without levers the baseline answers: footprints and exports add up to production", () => {
  const answer = answerCity(applyLevers(baseline, []), 1, options);
  const exported = solveOutput(baseline.base.A, baseline.base.e, options).X;
  const abroad = sum(exported.map((output, i) => output * baseline.base.S[i]));
  expect(sum(answer.footprints) + abroad).toBeCloseTo(sum(answer.production), 6);
  expect(sum(answer.origins)).toBeCloseTo(answer.footprints[1], 8);
});

test("settings after which rounding leaves the first go of a solve just above its tolerance are answered", () => {
  const where = { origins: { city: ["110100", "120102"] }, sectors: { group: ["energy", "services"] } };
  for (const percent of [-53.34, -53.34 / 2]) {
    const lever = LEVERS.get("upstream-decarbonisation")!;
    const { residual } = answerCity(
      applyLevers(baseline, [{ lever, settings: { where, change: { percent } } }]),
      1,
      options,
    );
    expect(residual).toBeLessThanOrEqual(options.tolerance);
  }
});

test("a cut of intensity moves every account by the emissions it takes away", () => {
  const before = answerCity(applyLevers(baseline, []), 1, options);
  const after = answerCity(applyLevers(baseline, [upstream(-30)]), 1, options);
  for (let i = 0; i < baseline.n; i++)
    expect(after.origins[i]).toBeCloseTo(before.origins[i] * (Math.floor(i / 3) === 2 ? 0.7 : 1), 10);
  expect(after.production[2]).toBeCloseTo(0.7 * before.production[2], 10);
});

test("a supplier shift is solved again: footprint by column and by multipliers agree", () => {
  const state = applyLevers(baseline, [shift, upstream(-30)]);
  const answer = answerCity(state, 1, options);
  expect(sum(answer.origins)).toBeCloseTo(answer.footprints[1], 8);
  const given = baseline.sourcing.share(1, 3, 1);
  expect(state.share(1, 3, 1)).toBeCloseTo(given / 2, 12);
  expect(state.share(1, 0, 1)).toBeCloseTo(baseline.sourcing.share(1, 0, 1) + given / 2, 12);
});
