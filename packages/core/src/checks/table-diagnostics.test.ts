import { describe, expect, test } from "vitest";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import type { Model } from "../model/model.ts";
import { makeAxes } from "../model/printed-table.ts";
import { diagnoseTable } from "./table-diagnostics.ts";

/** Six regions of one sector that trade nothing: everything about them is easy to break. */
const R = 6;
const fill = (value: number) => new Float64Array(R).fill(value);
const diagonal = (value: number) => Float64Array.from({ length: R * R }, (_, at) => (at % (R + 1) === 0 ? value : 0));
const clean: Model = {
  year: 2012,
  axes: makeAxes(R, 1),
  A: new DenseRequirements(diagonal(0.25)),
  Y: diagonal(50),
  e: fill(25),
  x: fill(100),
  v: fill(75),
  F: fill(10),
  FY: fill(1),
};

function diagnose(change: Partial<Model>, reference = {}) {
  return diagnoseTable({ ...clean, ...change }, reference).map(
    ({ severity, code, where }) => `${severity} ${code} ${where}`,
  );
}
const set = (values: Float64Array, at: number, value: number) => values.map((old, i) => (i === at ? value : old));

describe("diagnoseTable", () => {
  test("finds nothing in a clean table, with totals of the right size", () => {
    expect(diagnose({}, { valueAdded: 450, emissions: 70 })).toEqual([]);
  });

  test("looks at every stressor, by its name", () => {
    const jobs = { name: "jobs", unit: "persons", kind: "persons" } as const;
    const gas = { name: "CH4", unit: "t", kind: "gas" } as const;
    const amounts = [gas, jobs].map((stressor) => ({ stressor, F: clean.F, FY: clean.FY }));
    const check = (F: Float64Array) => diagnoseTable({ ...clean, amounts: [amounts[0], { ...amounts[1], F }] });
    expect(check(clean.F)).toEqual([]);
    expect(check(set(clean.F, 3, -2))).toMatchObject([
      { code: "negative-emissions", where: "r3/s0", message: "jobs of -2" },
    ]);
    expect(check(set(clean.F, 3, Number.NaN))).toMatchObject([{ code: "not-finite", where: "r3/s0" }]);
    expect(check(set(clean.F, 3, 1e4))).toMatchObject([{ code: "outlier-intensity", where: "r3/s0" }]);
  });

  test.each([
    [
      "a gap, and nothing else while there is one",
      { F: set(clean.F, 2, Number.NaN), v: fill(-1) },
      ["error not-finite r2/s0"],
    ],
    ["a row that does not balance", { e: set(clean.e, 1, 25.2) }, ["error not-balanced r1/s0"]],
    [
      "an emitter without output",
      { x: set(clean.x, 0, 0), Y: set(clean.Y, 0, 0), e: set(clean.e, 0, 0), v: set(clean.v, 0, 0) },
      ["error emissions-without-output r0/s0"],
    ],
    ["a column that does not balance", { v: set(clean.v, 3, 70) }, ["warning column-not-balanced r3/s0"]],
    [
      "negative value added",
      { v: set(clean.v, 3, -70) },
      ["warning column-not-balanced r3/s0", "warning negative-value-added r3/s0"],
    ],
    ["negative final demand", { Y: set(set(clean.Y, 7, 51), 1, -1) }, ["warning negative-final-demand r1/s0"]],
    ["an intensity far above its sector", { F: set(clean.F, 4, 301) }, ["warning outlier-intensity r4/s0"]],
    ["an intensity far below its sector", { F: set(clean.F, 4, 0.3) }, ["warning outlier-intensity r4/s0"]],
  ])("finds %s", (_what, change, expected) => {
    expect(diagnose(change)).toEqual(expected);
  });

  test("finds a table without a solution, and its columns", () => {
    expect(diagnose({ A: new DenseRequirements(diagonal(1.25)), Y: diagonal(-50), v: fill(-25) })).toEqual([
      "error not-productive requirements",
      ...Array.from({ length: R }, (_, r) => `warning inputs-exceed-output r${r}/s0`),
      ...Array.from({ length: R }, (_, r) => `warning negative-final-demand r${r}/s0`),
      ...Array.from({ length: R }, (_, r) => `warning negative-value-added r${r}/s0`),
    ]);
  });

  test("says that negative requirements leave no bound", () => {
    const A = new DenseRequirements(set(set(diagonal(0.25), 1, -0.1), R, -0.1));
    expect(diagnose({ A, e: set(set(clean.e, 0, 35), 1, 35), v: set(set(clean.v, 0, 85), 1, 85) })).toEqual([
      "warning negative-requirements requirements",
    ]);
  });

  test.each([
    ["value added", { valueAdded: 450 / 1000 }],
    ["emissions", { emissions: 60 * 1000 }],
  ])("finds a slip of the unit by the total of %s", (where, reference) => {
    expect(diagnose({}, reference)).toEqual([`error unit-slip ${where}`]);
  });

  test("known imports close the columns", () => {
    expect(diagnoseTable({ ...clean, v: fill(60) }, {}, fill(15))).toEqual([]);
  });
});
