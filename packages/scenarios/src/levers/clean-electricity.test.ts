import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { SAMPLE_SECTORS } from "../testing/sample-sectors.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { cleanElectricity } from "./clean-electricity.ts";

const baseline = makeSmallBaseline();
const settings = (sectors: string[]) => ({ where: { origins: { all: true }, sectors }, change: { percent: -100 } });

test("power without emissions: only the power sector's own intensity goes", () => {
  const dense = expandState(new State(baseline));
  for (let row = 0; row < baseline.n; row += baseline.N) dense.S[row] = 0;
  expectDense(applyOne(baseline, "clean-electricity", settings(["01"])), dense);
});

test("a template takes the sectors that the table names as electricity, and no maker of equipment", () => {
  const template = (names: string[]) =>
    cleanElectricity.defaults(
      "A",
      names.map((en, k) => ({ code: `S${k}`, name: { en, zh: en } })),
    ).where.sectors;
  expect(cleanElectricity.defaults("A", SAMPLE_SECTORS).where.sectors).toEqual(["24"]);
  expect(template(["Gas supply", "Electricity by coal", "Steel", "Electricity by wind"])).toEqual(["S1", "S3"]);
  expect(() => template(["Gas supply", "Electrical equipment"])).toThrow(
    "No sector of this table is named as electricity, so none is chosen. State where.sectors yourself; the table has S0 Gas supply, S1 Electrical equipment.",
  );
});

test("a table without that power sector refuses, and asks what was meant", () => {
  expect(() => applyOne(baseline, "clean-electricity", settings(["1"]))).toThrow(
    'There is no sector "1" in this table. Did you mean 01 (energy)',
  );
});
