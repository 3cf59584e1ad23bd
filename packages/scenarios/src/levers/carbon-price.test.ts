import { Matrix, solve } from "ml-matrix";
import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { type DenseState, expandState, expectDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";
import { calcPractice } from "./calc-practice.ts";

const { R, N, n } = makeSmallBaseline();
const [perTonne, demand, sourcing] = [2000, -0.6, 1.5];
const region = (i: number) => Math.floor(i / N);

/** Buyers and consumers of a dense table answer to what a product of row i costs buyers in region s. */
function answerToPrices({ A, Y }: DenseState, priceOf: (i: number, s: number) => number): void {
  for (let k = 0; k < N; k++)
    for (let s = 0; s < R; s++) {
      answerInColumn(Y, k, s, (i) => priceOf(i, s), demand);
      for (let j = 0; j < N; j++) answerInColumn(A, k, s * N + j, (i) => priceOf(i, s), 0);
    }
}

/** `total·P^ε` of product k, spread over its origins by `T·p^{−σ}`. */
function answerInColumn(table: Matrix, k: number, column: number, priceOf: (i: number) => number, epsilon: number) {
  const rows = Array.from({ length: R }, (_, r) => r * N + k);
  const sum = (value: (i: number) => number) => rows.reduce((total, i) => total + value(i), 0);
  const total = sum((i) => table.get(i, column));
  const mean = sum((i) => table.get(i, column) * priceOf(i)) / total;
  const weight = (i: number) => table.get(i, column) * priceOf(i) ** -sourcing;
  const scale = (total * mean ** epsilon) / sum(weight);
  for (const i of rows) table.set(i, column, scale * weight(i));
}

const settings = (charged: string, benchmark?: number) => ({
  where: { origins: { all: true }, sectors: "all" },
  price: { perTonne, charged, benchmark },
  response: { demand, sourcing },
});

test.each(FORMS)("on all output: prices rise by the multipliers of τ S, demand and origins answer: %s", (form) => {
  const baseline = makeSmallBaseline(form);
  const dense = expandState(new State(baseline));
  const charge = Matrix.columnVector([...baseline.base.S].map((S) => (perTonne * S) / 10_000));
  const raised = solve(Matrix.eye(n).sub(dense.A.transpose()), charge);
  answerToPrices(dense, (i) => 1 + raised.get(i, 0));
  expectDense(applyOne(baseline, "carbon-price", settings("all-output")), dense);
});

test.each(FORMS)("between cities: what crosses pays for what it emits above the median of its sector: %s", (form) => {
  const baseline = makeSmallBaseline(form);
  const dense = expandState(new State(baseline));
  const charge = Array.from(baseline.base.S, (S, i) => {
    const free = calcPractice(baseline, i % N).quantile(0.5);
    return (perTonne / 10_000) * Math.max(0, S - free);
  });
  const paid = Matrix.columnVector(
    Array.from({ length: n }, (_, j) =>
      charge.reduce((sum, amount, i) => sum + (region(i) === region(j) ? 0 : amount * dense.A.get(i, j)), 0),
    ),
  );
  const raised = solve(Matrix.eye(n).sub(dense.A.transpose()), paid);
  answerToPrices(dense, (i, s) => 1 + raised.get(i, 0) + (region(i) === s ? 0 : charge[i]));
  const state = applyOne(baseline, "carbon-price", settings("other-regions", 0.5));
  expectDense(state, dense);
  expect(state.hasOtherRequirements).toBe(true);
});
