import { calcHomeShares, calcModelShares, expandProduct, type Gravity, type Shift } from "./gravity.ts";
import { sum } from "./sum.ts";

/**
 * What is traded in another way: first single buyers, then everybody.
 *
 * Shapes: `shares` of product k by origin, R, that buyer s takes, under `k·R + s`.
 */
export interface TradeChanges {
  shares: ReadonlyMap<number, Float64Array>;
  weights?: TradeWeights;
}

/**
 * What every share is multiplied by before a buyer's shares are made to add up to one again: one weight for what a
 * supplier sells to others, one for what it takes from itself. Shapes: N×R.
 */
export interface TradeWeights {
  away: Float64Array;
  home: Float64Array;
}

/** Up to this part of the buyers a product keeps its kernel, and what changes for them is added to it. */
const FEW_BUYERS = 1 / 8;

/** Trade as it is after some changes. Kernels stay the same array as long as every product keeps its own. */
export function changeTrade(trade: Gravity, { shares, weights }: TradeChanges): Gravity {
  const shifted = shares.size > 0 ? shiftBuyers(trade, shares) : trade;
  return weights ? weighTrade(shifted, weights) : shifted;
}

function shiftBuyers(trade: Gravity, shares: TradeChanges["shares"]): Gravity {
  const N = trade.kernelOf.length;
  const R = trade.supplier.length / N;
  const buyers = new Uint32Array(N);
  for (const key of shares.keys()) buyers[Math.floor(key / R)]++;
  let changed = { ...trade, shifts: (trade.shifts ?? []).filter(({ k, s }) => !shares.has(k * R + s)) };
  const isFew = (k: number) => buyers[k] <= R * FEW_BUYERS;
  for (let k = 0; k < N; k++) if (!isFew(k)) changed = giveOwnKernel(changed, k);
  for (const [key, after] of shares) {
    const [k, s] = [Math.floor(key / R), key % R];
    if (isFew(k)) changed.shifts.push(findShift(changed, k, s, after));
    else setColumn(changed, k, s, after);
  }
  return changed;
}

/** Of a product whose kernel is its own. */
function setColumn({ kernels, kernelOf, home }: Gravity, k: number, s: number, after: Float64Array): void {
  const R = after.length;
  for (let r = 0; r < R; r++) kernels[kernelOf[k]][r * R + s] = after[r];
  if (home) home[k * R + s] = after[s];
}

function findShift(trade: Gravity, k: number, s: number, after: Float64Array): Shift {
  const shares = calcModelShares(trade, k, s);
  for (let r = 0; r < shares.length; r++) shares[r] = after[r] - shares[r];
  return { k, s, shares };
}

/** A product that many buyers take differently leaves the gravity model: its shares are its kernel. */
function giveOwnKernel<Trade extends Gravity & { shifts: Shift[] }>(trade: Trade, k: number): Trade {
  const R = trade.supplier.length / trade.kernelOf.length;
  const kernels = [...trade.kernels, expandProduct(trade, k)];
  const one = (factors: Float64Array) => factors.slice().fill(1, k * R, (k + 1) * R);
  const home = trade.home?.slice();
  for (let s = 0; home && s < R; s++) home[k * R + s] = kernels[kernels.length - 1][s * R + s];
  return {
    ...trade,
    kernels,
    kernelOf: trade.kernelOf.map((kernel, product) => (product === k ? kernels.length - 1 : kernel)),
    supplier: one(trade.supplier),
    buyer: one(trade.buyer),
    home,
    shifts: trade.shifts.filter((shift) => shift.k !== k),
  };
}

function weighTrade(trade: Gravity, { away, home }: TradeWeights): Gravity {
  const supplier = trade.supplier.map((factor, at) => factor * away[at]);
  const own = calcHomeShares({ ...trade, shifts: [] });
  const totals = sumOthers({ ...trade, supplier });
  for (let at = 0; at < totals.length; at++) totals[at] += own[at] * home[at];
  const R = trade.supplier.length / trade.kernelOf.length;
  const weighed = (trade.shifts ?? []).map(({ k, s, shares }) => {
    const after = shares.map((share, r) => share * (r === s ? home[k * R + s] : away[k * R + r]));
    totals[k * R + s] += sum(after);
    return { k, s, shares: after };
  });
  // What nobody supplies stays at nothing.
  const scale = totals.map((total) => (total === 0 ? 1 : 1 / total));
  return {
    ...trade,
    supplier,
    buyer: trade.buyer.map((factor, at) => factor * scale[at]),
    home: own.map((share, at) => share * home[at] * scale[at]),
    shifts: weighed.map(({ k, s, shares }) => ({ k, s, shares: shares.map((share) => share * scale[k * R + s]) })),
  };
}

/** What each buyer takes of each product from other regions by the model, all origins together. Shapes: N×R. */
function sumOthers({ kernels, kernelOf, supplier, buyer }: Gravity): Float64Array {
  const R = supplier.length / kernelOf.length;
  const totals = new Float64Array(supplier.length);
  for (const [k, kernel] of kernelOf.entries()) {
    const [K, row] = [kernels[kernel], totals.subarray(k * R, (k + 1) * R)];
    for (let r = 0; r < R; r++) {
      const from = supplier[k * R + r];
      for (let s = 0; s < r; s++) row[s] += from * K[r * R + s];
      for (let s = r + 1; s < R; s++) row[s] += from * K[r * R + s];
    }
  }
  for (let at = 0; at < totals.length; at++) totals[at] *= buyer[at];
  return totals;
}
