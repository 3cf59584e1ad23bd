import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solveTable } from "../checks/oracles/small-table.ts";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { readPrinted } from "../model/printed-table.ts";
import { calcCarbonCost, calcCostOfDemand, solvePriceRise } from "./prices.ts";

const EXACT = { tolerance: 1e-14 };
const textbook = new DenseRequirements(Float64Array.of(0.15, 0.25, 0.2, 0.05));

describe("solvePriceRise", () => {
  test("Miller & Blair (2009), §2.6: primary inputs of .65 and .70 make all prices 1", () => {
    expect([...solvePriceRise(textbook, Float64Array.of(0.65, 0.7), EXACT).rise].map((p) => p.toFixed(12))).toEqual([
      "1.000000000000",
      "1.000000000000",
    ]);
  });

  test("a rise of one sector's cost raises prices by its row of the inverse", () => {
    // L = 1/.7575 [[.95, .25], [.20, .85]].
    const { rise } = solvePriceRise(textbook, Float64Array.of(0.1, 0), EXACT);
    expect(rise[0]).toBeCloseTo(0.095 / 0.7575, 12);
    expect(rise[1]).toBeCloseTo(0.025 / 0.7575, 12);
  });

  test("costs add up, and what demand pays more is what primary inputs cost more", () => {
    const cost = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)));
    const A = new DenseRequirements(Float64Array.of(0.1, 0.2, 0.3, 0.2, 0.1, 0, 0.1, 0.3, 0.2));
    const x = Float64Array.of(10, 20, 15);
    const f = x.map((output, i) => output - x.reduce((used, other, j) => used + A.A[i * 3 + j] * other, 0));
    fc.assert(
      fc.property(cost, cost, (one, two) => {
        const rises = [one, two, one.map((value, i) => value + two[i])].map(
          (values) => solvePriceRise(A, Float64Array.from(values), { tolerance: 1e-13 }).rise,
        );
        rises[2].forEach((value, i) => {
          expect(value).toBeCloseTo(rises[0][i] + rises[1][i], 11);
        });
        const paid = f.reduce((sum, demand, i) => sum + demand * rises[0][i], 0);
        expect(paid).toBeCloseTo(
          x.reduce((sum, output, i) => sum + output * one[i], 0),
          10,
        );
      }),
    );
  });
});

test("cost of demand by hand; none where there is no demand", () => {
  const cost = calcCostOfDemand(Float64Array.of(0.1, 0.3), Float64Array.of(3, 1, 0, 0), 2);
  expect(cost[0]).toBeCloseTo(0.15, 15);
  expect(cost[1]).toBeNaN();
});

const file = new URL("../../../../../shared/validation/toy3x2.json", import.meta.url);
const toy = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;

test.skipIf(!toy)("oracle 8: base prices and a carbon tax of .1 (shared/validation/toy3x2.json)", () => {
  const { model, S } = solveTable(readPrinted({ ...toy.y1, FY: toy.y1.F_Y }));
  const { A } = model.A as DenseRequirements;
  const base = Float64Array.from({ length: 6 }, (_, j) => 1 - [0, 1, 2, 3, 4, 5].reduce((s, i) => s + A[i * 6 + j], 0));
  const { base: prices, taxed } = toy.levers_on_y1["priceCarbonTax0.1"];
  const rise = solvePriceRise(model.A, calcCarbonCost(S, 1000, 1e4), EXACT).rise;
  solvePriceRise(model.A, base, EXACT).rise.forEach((price, i) => {
    expect(price).toBeCloseTo(prices[i], 12);
    expect(price + rise[i]).toBeCloseTo(taxed[i], 12);
  });
});
