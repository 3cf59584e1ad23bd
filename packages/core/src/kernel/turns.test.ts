import { describe, expect, test } from "vitest";
import { DenseMatrix } from "./dense/dense-matrix.ts";
import { DenseSourcing } from "./dense/dense-sourcing.ts";
import { surveyTable } from "./dense/fit-table.ts";
import { RewrittenRequirements } from "./dense/spare-matrix.ts";
import { UpdatedRequirements } from "./dense/updated-requirements.ts";
import { DenseRequirements } from "./dense-requirements.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { GravityFactors } from "./gravity-factors.ts";
import { Layouts } from "./layouts.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import type { ProductParts } from "./product-parts.ts";
import { solveMultipliers, solveOutput } from "./solver.ts";
import { expandFactors, makeFactors, makeShares, wave } from "./testing/small-factors.ts";

const [R, N] = [5, 6];
const n = R * N;
const stale = expect.objectContaining({ name: "ModelError", code: "stale" });
const none = { shares: new Map<number, Float64Array>(), regions: new Map<number, Float64Array>() };
const weights = (seed: number) => {
  const away = Float64Array.from({ length: n }, (_, i) => 0.5 + wave(seed + 3 * i));
  return { away, home: away };
};

/** Two tables that share memory. */
const PAIRS: Record<string, () => [RequirementsOperator, RequirementsOperator]> = {
  factored() {
    const unit = new Float64Array(n).fill(1);
    const gravity = { kernels: [makeShares(R, 3)], kernelOf: Array(N).fill(0), supplier: unit, buyer: unit };
    const table = new FactoredRequirements(new GravityFactors({ R, N, a: makeFactors(R, N).a, gravity }));
    return [table.change({ ...none, weights: weights(1) }), table.change({ ...none, weights: weights(2) })];
  },
  "dense, of which few cells differ"() {
    const [table, sourcing] = openDense();
    const shares = new Map([[2 * n + 7, new Float64Array(R).fill(1 / R)]]);
    const changed = sourcing.change({ ...none, shares });
    expect(changed).toBeInstanceOf(UpdatedRequirements);
    return [table, changed];
  },
  "dense, rewritten"() {
    const [, sourcing] = openDense();
    const [a, b] = [1, 2].map((seed) => sourcing.change({ ...none, weights: weights(seed) }));
    expect(a).toBeInstanceOf(RewrittenRequirements);
    return [a, b];
  },
};

function openDense(): [DenseRequirements, DenseSourcing] {
  const matrix = DenseMatrix.allocate(n, "double");
  matrix.cells.set(expandFactors(makeFactors(R, N)).map((cell, at) => cell * (0.6 + 0.8 * wave(at))));
  const table = new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
  return [table, new DenseSourcing(table, R)];
}

describe.each(Object.keys(PAIRS))("tables that share memory: %s", (kind) => {
  describe.each([1, 4, 40])("%i columns", (columns) => {
    const Y = Float64Array.from({ length: n * columns }, (_, i) => wave(3 * i));
    const USES: Record<string, (point: FixedPoint) => unknown> = {
      load: (point) => point.load(Y.subarray(0, n * Math.min(columns, point.width))),
      step: (point) => point.step(),
      advance: (point) => point.advance(0, 1),
      conclude: (point) => point.conclude?.(),
      addTo: (point) => point.addTo(Y.slice()),
    };
    test.each(["forward", "backward"] as const)("%s: a solver held while the other asks throws", (direction) => {
      const [a, b] = PAIRS[kind]();
      for (const use of Object.values(USES)) {
        const held = a[direction](columns);
        USES.load(held);
        use(held);
        USES.load(b[direction](columns));
        expect(() => use(held)).toThrow(stale);
      }
    });

    test("each that asks again computes its own numbers", () => {
      const [a, b] = PAIRS[kind]();
      for (const solve of [solveOutput, solveMultipliers]) {
        const [first, other] = [solve(a, Y).X, solve(b, Y).X];
        expect(other).not.toEqual(first);
        expect(solve(a, Y).X).toEqual(first);
        expect(solve(b, Y).X).toEqual(other);
      }
    });
  });
});

test("a product that was held while another table asked for its own throws", () => {
  const { a } = makeFactors(R, N);
  const unit = new Float64Array(n).fill(1);
  const trade = { kernels: [makeShares(R, 3)], kernelOf: Array(N).fill(0), supplier: unit, buyer: unit };
  const list = (blocks: Float64Array): ProductParts => ({ R, N, trade, blocks, home: true, changed: new Set([0]) });
  const [first, second] = [list(a), list(a.map((use) => use / 2))];
  const layouts = new Layouts();
  for (const open of [
    (parts: ProductParts) => layouts.openProduct(parts, 1, false),
    (parts: ProductParts) => layouts.openProduct(parts, 1, true),
    (parts: ProductParts) => layouts.openTrade(parts, true),
  ]) {
    const x = new Float64Array(n).fill(1);
    const held = open(first);
    held(x, new Float64Array(n));
    open(second)(x, new Float64Array(n));
    expect(() => held(x, new Float64Array(n))).toThrow(stale);
  }
});
