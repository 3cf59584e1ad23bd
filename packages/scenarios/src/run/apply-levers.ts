import { ModelError, type SolveOptions } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import { State } from "../baseline/state.ts";
import { MOST_CHANGES, refuseMany } from "../baseline/too-many-changes.ts";
import { getEffort } from "../effort.ts";
import { type CellChange, LEVER_TARGETS, type Lever } from "../lever.ts";
import type { Remark } from "../remark.ts";

import { applyPrices } from "./apply-prices.ts";
import { listLeverCautions } from "./list-lever-cautions.ts";

/** A lever with what a scenario states for it. */
export interface Setting {
  lever: Lever;
  settings: unknown;
}

/**
 * The baseline with the changes of all levers, in the order of `LEVER_TARGETS` whatever the order they are listed in;
 * levers on one matrix apply as listed.
 *
 * @param options How closely prices are solved, where a lever needs them.
 * @throws {InputError} As the levers, such as `selects-nothing`.
 * @throws {ModelError} `not-finite` if a lever lists a change that is no number.
 * @see docs/method.md#levers
 */
export function applyLevers(baseline: Baseline, settings: readonly Setting[], options: SolveOptions = {}): State {
  const state = new State(baseline);
  for (const target of LEVER_TARGETS)
    for (const setting of settings) if (setting.lever.touches === target) applyLever(state, setting, options);
  return state;
}

function applyLever(state: State, { lever, settings }: Setting, options: SolveOptions): void {
  const changes = listChanges(lever.changes(state, settings));
  for (const { row, column, amount } of changes)
    if (!Number.isFinite(amount))
      throw new ModelError("not-finite", `${lever.id} changes cell (${row}, ${column}) by ${amount}.`);
  if (lever.touches === "prices") applyPrices(state, changes, lever.response!(settings), options);
  else APPLY[lever.touches](state, changes);
  const isIdle =
    changes.length === 0 && lever.touches !== "nothing" && getEffort(lever, settings) !== lever.effort.neutral;
  if (isIdle) state.remarks.push(sayIdle(lever));
  for (const { code, text } of listLeverCautions(lever, settings))
    state.remarks.push({ code, text: { en: `${text.en}.`, zh: `${text.zh}。` } });
  if (lever.remarks) state.remarks.push(...lever.remarks(state, settings));
}

/** @throws {ScenarioError} `too-many-changes`. */
function listChanges(changes: Iterable<CellChange>): CellChange[] {
  const listed: CellChange[] = [];
  for (const change of changes) {
    if (listed.length === MOST_CHANGES) throw refuseMany();
    listed.push(change);
  }
  return listed;
}

/** Code of the remark on a lever that does nothing in a table. */
export const CHANGES_NOTHING = "changes-nothing";

function sayIdle({ label }: Lever): Remark {
  return {
    code: CHANGES_NOTHING,
    text: {
      en: `${label.en} changes nothing: all that it selects is zero already.`,
      zh: `“${label.zh}”未产生变化：所选对象均已为零。`,
    },
  };
}

const APPLY: Record<Exclude<Lever["touches"], "prices">, (state: State, changes: readonly CellChange[]) => void> = {
  intensity(state, changes) {
    for (const { row, amount } of changes) state.openIntensity()[row] += amount;
  },
  technology(state, changes) {
    const { N } = state.baseline;
    const openRegion = keepLast((s) => state.openTechnology(s));
    for (const { row, column, amount } of changes) openRegion(Math.floor(column / N))[row * N + (column % N)] += amount;
  },
  "trade-shares"(state, changes) {
    const { N, buyers } = state.baseline;
    const openBuyer = keepLast((key) => state.openShares(Math.floor(key / buyers), key % buyers));
    for (const { row, column, amount } of changes)
      openBuyer((row % N) * buyers + column)[Math.floor(row / N)] += amount;
  },
  "final-trade-shares"(state, changes) {
    const { N } = state.baseline;
    const bought = new Map<number, Float64Array>();
    for (const { row, column, amount } of changes) {
      const f = bought.get(column) ?? state.demandByProduct(column);
      bought.set(column, f);
      state.openDemand(column)[row] += amount * f[row % N];
    }
  },
  "final-demand"(state, changes) {
    const bought = new Map<number, Float64Array>();
    const factors = new Map<number, Float64Array>();
    for (const { row, column, amount } of changes) {
      const f = bought.get(column) ?? state.demandByProduct(column);
      const factor = factors.get(column) ?? f.slice().fill(1);
      bought.set(column, f);
      factors.set(column, factor);
      factor[row] *= 1 + amount / f[row];
      f[row] += amount;
    }
    if (factors.size > 0) state.scaleDemand(factors);
  },
  nothing() {},
};

/** Levers list cells of one place after another: it is looked up once. */
function keepLast<T>(find: (key: number) => T): (key: number) => T {
  let last: { key: number; found: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, found: find(key) };
    return last.found;
  };
}
