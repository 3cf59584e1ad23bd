import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classify, LOCAL_GREW } from "../../accounts/classes.ts";
import { calcCube, type YearPair } from "../../accounts/cube.ts";
import { calcFootprint, calcFootprintFromMultipliers } from "../../accounts/footprint.ts";
import { calcMitigation, calcMitigationBalance, calcMitigationMatrix } from "../../accounts/mitigation.ts";
import { calcEmissionsDriven, calcOriginConsumer, calcProduction } from "../../accounts/origin-consumer.ts";
import { calcOutsourcedShare, calcOutsourcedShares } from "../../accounts/outsourced-share.ts";
import { solveChainPosition } from "../../analysis/chain-position.ts";
import { buildSplit, calcParts, mergeSourcing } from "../../analysis/sda/split-causes.ts";
import { calcThreeFactors, SDA_METHODS } from "../../analysis/sda/three-factors.ts";
import type { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { estimateSpectralRadius } from "../../kernel/spectral-radius.ts";
import { byColumn, readPrinted } from "../../model/printed-table.ts";
import { MEASURES, TONNE_MEASURES } from "../../release/results.ts";
import { solve, solveTable } from "./small-table.ts";

const file = new URL("../../../../../../shared/validation/toy3x2.json", import.meta.url);
const toy = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;

function expectClose(actual: ArrayLike<number>, expected: readonly number[] | readonly number[][], within = 1e-10) {
  const numbers = expected.flat();
  expect(actual.length).toBe(numbers.length);
  numbers.forEach((value, i) => {
    expect(Math.abs(actual[i] - value), `number ${i}: ${actual[i]} instead of ${value}`).toBeLessThanOrEqual(
      within * Math.max(1, Math.abs(value)),
    );
  });
}

function solveToy() {
  const [t0, t1] = [toy.y0, toy.y1].map((year) => solveTable(readPrinted({ ...year, FY: year.F_Y })));
  const sum = (Y: Float64Array) =>
    Float64Array.from([0, 1, 2], (c) => Y.subarray(c * 6, c * 6 + 6).reduce((a, b) => a + b));
  const pair: YearPair = {
    S0: t0.S,
    S1: t1.S,
    X00: t0.X,
    X11: t1.X,
    X01: solve(t0.model, t1.model.Y),
    X10: solve(t1.model, t0.model.Y),
    y0: sum(t0.model.Y),
    y1: sum(t1.model.Y),
  };
  return { t0, t1, pair, cube: calcCube(pair) };
}

test.skipIf(!toy)("shared/validation/toy3x2.json lies beside the project", () => {
  expect(toy.cities).toEqual(["A", "B", "C"]);
});

if (toy)
  describe("oracle 8: toy of 3 cities × 2 sectors × 2 years (shared/validation/toy3x2.json)", () => {
    const { t0, t1, pair, cube } = solveToy();

    describe.each([
      ["y0", t0],
      ["y1", t1],
    ] as const)("accounts of %s", (name, { model, S, X, Xe, M }) => {
      const expected = toy[name];
      const C = calcOriginConsumer(S, X, 3);
      const footprint = calcFootprint(C);

      test("output, requirements, intensity, multipliers, inverse", () => {
        expectClose(model.x, expected.x);
        expectClose((model.A as DenseRequirements).A, expected.A);
        expectClose(S, expected.S);
        expectClose(M, expected.M);
        const unit = Float64Array.from({ length: 36 }, (_, at) => (at % 7 === 0 ? 1 : 0));
        expectClose(solve(model, unit), [...byColumn(expected.L)]);
      });

      test("origin × consumer, footprint, local, outsourced, abroad", () => {
        expectClose(C, expected.C);
        expectClose(footprint.total, expected.D_cba);
        expectClose(calcFootprintFromMultipliers(M, model.Y, 3), expected.D_cba);
        expectClose(footprint.local, expected.Loc);
        expectClose(footprint.outsourced, expected.Out);
        expectClose(calcEmissionsDriven(S, Xe, 3), expected.D_abroad);
      });

      test("outsourced shares: of each city, of all, and the two alternatives", () => {
        expectClose(calcOutsourcedShares(footprint), expected.outsourcedShare);
        const [out, total, households] = [expected.Out, expected.D_cba, expected.F_Y].map((values: number[]) =>
          values.reduce((a, b) => a + b),
        );
        expectClose([calcOutsourcedShare(footprint, model.FY)], [expected.aggregateOutsourcedShare]);
        expectClose([calcOutsourcedShare(footprint, model.FY, "with-households")], [out / (total + households)]);
        const mean = expected.outsourcedShare.reduce((a: number, b: number) => a + b) / 3;
        expectClose([calcOutsourcedShare(footprint, model.FY, "unweighted")], [mean]);
      });

      test("place in the chain, spectral radius", () => {
        const { U, Dn } = solveChainPosition(model.A, model.x, { tolerance: 1e-14 });
        expectClose(U, expected.U);
        expectClose(Dn, expected.Dn);
        expectClose([estimateSpectralRadius(model.A, { tolerance: 1e-13 }).radius], [expected.rhoA], 1e-9);
      });
    });

    test.each(TONNE_MEASURES)("mitigation matrix and given: %s", (measure) => {
      const W = calcMitigationMatrix(cube, measure);
      expectClose(W, toy.mitigation[measure].matrix);
      const { given, received, net } = calcMitigationBalance(W);
      expectClose(given, toy.mitigation[measure].given);
      expectClose(received, toy.mitigation[measure].outsourced);
      expectClose(
        net,
        toy.mitigation[measure].given.map((g: number, r: number) => g - toy.mitigation[measure].outsourced[r]),
      );
    });

    test.each(MEASURES)("local, outsourced and class: %s", (measure) => {
      const { local, outsourced } = calcMitigation(cube, measure, pair.y0, pair.y1);
      expectClose(local, toy.mitigation[measure].local);
      expectClose(outsourced, toy.mitigation[measure].outsourced);
      const [F0, F1] = [cube[0], cube[7]].map(calcFootprint);
      const [P0, P1] = [t0, t1].map(({ model }) => calcProduction(model.F, 3));
      const classes = [0, 1, 2].map((c) =>
        classify(
          {
            local: local[c],
            outsourced: outsourced[c],
            Loc0: F0.local[c],
            Loc1: F1.local[c],
            Out0: F0.outsourced[c],
            Dpba0: P0[c],
            Dpba1: P1[c],
            y0: pair.y0[c],
          },
          measure,
          LOCAL_GREW[0],
        ),
      );
      expect(classes).toEqual(toy.mitigation[measure].class);
    });

    test.each([
      ["polar", toy.sda.polar],
      ["shapley", toy.sda.full],
    ] as const)("three factors: %s", (method, { f, L, Y }) => {
      const { intensity, structure, demand } = calcThreeFactors(cube, method);
      expectClose(intensity, f);
      expectClose(structure, L);
      expectClose(demand, Y);
    });

    const sides = buildSplit(
      t0.model.A,
      t1.model.A,
      { Y0: t0.model.Y, Y1: t1.model.Y, X00: pair.X00, X01: pair.X01 },
      3,
    );
    const solved = {
      technology0: solve(t1.model, sides.technology0),
      technology1: solve(t1.model, sides.technology1),
      sourcing0: solve(t0.model, sides.sourcing),
      sourcing1: solve(t1.model, sides.sourcing),
    };

    test("all six parts, polar", () => {
      const parts = calcParts(cube, pair, solved);
      for (const [name, part] of Object.entries(parts)) expectClose(part, toy.sdaSplitPolar[name]);
      expect(Object.keys(parts).sort()).toEqual(Object.keys(toy.sdaSplitPolar).sort());
    });

    test.each(SDA_METHODS)("parts and causes add up to the change: %s", (method) => {
      const parts = calcParts(cube, pair, solved, method);
      const change = cube[7].map((value, at) => value - cube[0][at]);
      for (const terms of [parts, mergeSourcing(parts)]) {
        const sum = change.map((_, at) => Object.values(terms).reduce((total, term) => total + term[at], 0));
        expectClose(sum, [...change], 1e-12);
      }
    });
  });
