import { calcHomeShares, calcModelShares, expandProduct, type Gravity, type Shift } from "./gravity.ts";

/** What single buyers take: shares of product k by origin, R, that buyer s takes, under `k·R + s`. */
export type BuyerShares = ReadonlyMap<number, Float64Array>;

/**
 * What every share is multiplied by: one weight for what a region sells of a product to others, one for what it takes
 * from itself. Shapes: n each, region-major.
 */
export interface OriginWeights {
  away: Float64Array;
  home: Float64Array;
}

/** Up to this part of the buyers a product keeps its kernel, and what changes for them is added to it. */
const FEW_BUYERS = 1 / 8;

/** Single buyers take other shares. Kernels stay the same array as long as every product keeps its own. */
export function shiftBuyers(trade: Gravity, shares: BuyerShares): Gravity {
  if (shares.size === 0) return trade;
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

/**
 * Every share times its weight; a buyer's shares of a product then add up to one again.
 *
 * @param totals What they add up to before that, n.
 */
export function weighTrade(trade: Gravity, { away, home }: OriginWeights, totals: Float64Array): Gravity {
  const N = trade.kernelOf.length;
  const R = trade.supplier.length / N;
  const own = calcHomeShares({ ...trade, shifts: [] });
  const [supplier, buyer, scale] = [trade.supplier.slice(), trade.buyer.slice(), new Float64Array(R * N)];
  for (let k = 0, at = 0; k < N; k++)
    for (let s = 0; s < R; s++, at++) {
      const row = s * N + k;
      // What nobody supplies stays at nothing.
      scale[at] = 1 / (totals[row] || 1);
      supplier[at] *= away[row];
      buyer[at] *= scale[at];
      own[at] *= home[row] * scale[at];
    }
  const shifts = trade.shifts?.map(({ k, s, shares }) => ({
    ...{ k, s },
    shares: shares.map((share, r) => share * (r === s ? home : away)[r * N + k] * scale[k * R + s]),
  }));
  return { ...trade, supplier, buyer, home: own, shifts };
}
