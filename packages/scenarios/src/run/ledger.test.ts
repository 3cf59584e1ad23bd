import { type SolveColumns, solveOutput } from "@tributary/core";
import { beforeAll, expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { LEVERS } from "../registry.ts";
import { expandState, solveDense } from "../testing/dense.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { answerScenario, type SolvedBaseline, solveBaseline } from "./answer-scenario.ts";
import type { Setting } from "./apply-levers.ts";

const baseline = makeSmallBaseline();
const { R } = baseline;
const solve: SolveColumns = async (A, Y, options) => solveOutput(A, Y, options);
const cut: Setting = {
  lever: LEVERS.get("upstream-decarbonisation")!,
  settings: { where: { origins: { city: ["120103"] }, sectors: "all" }, change: { percent: -40 } },
};
const ledger = (cuts: string): Setting => ({
  lever: LEVERS.get("compensation-ledger")!,
  settings: { price: { perTonne: 50 }, cuts },
});
let before: SolvedBaseline;
beforeAll(async () => {
  before = await solveBaseline(baseline, solve);
});

test("each consumer pays the origin for what it cut: 40 % of what it emitted for that consumer", async () => {
  const { ledgers } = await answerScenario(before, [cut, ledger("scenario")], solve);
  const C = solveDense(expandState(new State(baseline)));
  const [{ payments, received, net }] = ledgers;
  for (let c = 0; c < R; c++)
    expect(payments[3 * R + c]).toBeCloseTo(c === 3 ? 0 : (50 * 0.4 * C.get(3, c)) / 10_000, 9);
  expect(received[3]).toBeCloseTo(
    payments.reduce((sum, amount) => sum + amount, 0),
    9,
  );
  expect(net.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(0, 12);
});

test("for the period: cuts since the first year, the scenario's included; it sums to zero", async () => {
  const { ledgers, standing } = await answerScenario(before, [cut, ledger("period")], solve);
  const [{ paid, net }] = ledgers;
  for (let c = 0; c < R; c++) expect(paid[c]).toBeCloseTo((50 * standing!.outsourced[c]) / 10_000, 9);
  expect(net.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(0, 12);
});

test("without an earlier year the period is refused", async () => {
  const one = { ...before, X0: null };
  await expect(answerScenario(one, [ledger("period")], solve)).rejects.toMatchObject({ code: "no-earlier-year" });
});
