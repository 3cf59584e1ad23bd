import { describe, expect, test } from "vitest";
import { InputError, type Issue } from "../errors.ts";
import type { DenseRequirements } from "../kernel/dense-requirements.ts";
import { buildModel } from "./build-model.ts";
import type { DenseTable } from "./dense-table.ts";
import { readPrinted } from "./printed-table.ts";

/** Two regions of one sector, balanced by row and column. */
const table: DenseTable = readPrinted({
  Z: [
    [150, 500],
    [200, 100],
  ],
  Y: [
    [300, 0],
    [1000, 600],
  ],
  e: [50, 100],
  F: [7, 9],
  v: [650, 1400],
});

function refusal(change: Partial<DenseTable>): { code: string; issues: readonly Issue[] } {
  try {
    buildModel({ ...table, ...change });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the table was accepted");
}

const codes = (issues: readonly Issue[]) => issues.map(({ code, where }) => `${where} ${code}`);

describe("buildModel", () => {
  test("a clean table has no warnings; output is the sum of the uses", () => {
    const { model, warnings } = buildModel(table);
    expect(warnings).toEqual([]);
    expect([...model.x]).toEqual([1000, 2000]);
    expect([...(model.A as DenseRequirements).A]).toEqual([0.15, 0.25, 0.2, 0.05]);
  });

  test("a sector without output has an empty column", () => {
    const { model } = buildModel({
      ...readPrinted({
        Z: [
          [0, 0],
          [0, 2],
        ],
        Y: [
          [0, 0],
          [3, 0],
        ],
        v: [0, 3],
      }),
    });
    expect([...(model.A as DenseRequirements).A]).toEqual([0, 0, 0, 0.4]);
  });

  test("lists every error of a step, not the first", () => {
    const { issues } = refusal({
      e: Float64Array.of(Number.NaN, 100),
      F: Float64Array.of(7, Number.POSITIVE_INFINITY),
    });
    expect(codes(issues)).toEqual(["r0/s0 not-finite", "r1/s0 not-finite"]);
  });

  test.each<[string, string, Partial<DenseTable>]>([
    ["shape-mismatch", "a flow too few", { Z: new Float64Array(3) }],
    ["shape-mismatch", "household emissions of another number of regions", { FY: new Float64Array(1) }],
    ["not-finite", "a gap in the flows", { Z: Float64Array.of(150, Number.NaN, 200, 100) }],
    ["not-finite", "a gap in the household emissions", { FY: Float64Array.of(0, Number.NaN) }],
    ["not-balanced", "a stated output that its uses do not reach", { x: Float64Array.of(1000, 2003) }],
    [
      "emissions-without-output",
      "an emitter that produces nothing",
      { Z: new Float64Array(4), Y: Float64Array.of(0, 9, 0, 0), e: Float64Array.of(0, 0) },
    ],
    [
      "inputs-without-output",
      "a buyer that produces nothing",
      {
        Z: Float64Array.of(0, 0, 5, 0),
        Y: Float64Array.of(0, 9, 0, 0),
        e: Float64Array.of(0, 0),
        F: Float64Array.of(0, 1),
      },
    ],
    [
      "duplicate-label",
      "a region twice",
      { axes: { ...table.axes, regions: [table.axes.regions[0], table.axes.regions[0]] } },
    ],
  ])("refuses with %s %s", (code, _what, change) => {
    expect(refusal(change).code).toBe(code);
  });

  test("refuses final uses that are not final demand, naming the region", () => {
    const none = new Float64Array(4);
    const uses = { "rural-households": none, "urban-households": none, government: none, inventories: none };
    const { model } = buildModel({ ...table, YByUse: { ...uses, "capital-formation": table.Y } });
    expect(model.demandOf?.("capital-formation")).toBe(table.Y);
    expect(buildModel(table).model.demandOf).toBeUndefined();
    const short = table.Y.map((value, at) => (at === 3 ? value - 1 : value));
    const { code, issues } = refusal({ YByUse: { ...uses, "capital-formation": short } });
    expect([code, issues[0].where]).toEqual(["uses-do-not-add-up", "r1"]);
  });

  test("an imbalance of a thousandth passes, a little more does not", () => {
    expect(() => buildModel({ ...table, x: Float64Array.of(1000, 2001.9) })).not.toThrow();
    expect(refusal({ x: Float64Array.of(1000, 2002.1) }).code).toBe("not-balanced");
  });

  test("warns of what is odd but legitimate", () => {
    const { warnings } = buildModel({
      ...table,
      Z: Float64Array.of(150, -500, 900, 100),
      Y: Float64Array.of(1300, 300, 0, 600),
      v: Float64Array.of(-50, 1400),
    });
    expect(warnings.every(({ severity }) => severity === "warning")).toBe(true);
    expect(codes(warnings)).toEqual([
      "r1/s0 column-not-balanced",
      "r0/s0 inputs-exceed-output",
      "r1/s0 negative-purchases",
      "r0/s0 negative-value-added",
    ]);
  });

  test("known imports close the columns of an open table", () => {
    const open = { ...table, v: Float64Array.of(500, 1000) };
    expect(codes(buildModel(open).warnings)).toEqual(["r0/s0 column-not-balanced", "r1/s0 column-not-balanced"]);
    expect(buildModel({ ...open, m: Float64Array.of(150, 400) }).warnings).toEqual([]);
  });
});
