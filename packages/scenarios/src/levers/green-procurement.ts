import type { State } from "../baseline/state.ts";
import { defineLever } from "../lever.ts";
import { listTransfers, makeTransfer, TRANSFER_EFFORT, transferSchema } from "./list-transfers.ts";

/** Consumers of a region buy a product elsewhere: the supplier shift of final demand. */
export const greenProcurement = defineLever({
  id: "green-procurement",
  family: "supply-chain",
  touches: "final-trade-shares",
  conserves: ["inputs", "demand"],
  label: { en: "Green procurement", zh: "绿色采购" },
  heldFixed: {
    en: "What is spent on each product, what producers buy and from whom, every supplier’s technology and intensity, prices and capacity.",
    zh: "各产品的支出、生产者的采购及其来源、供应商的技术与排放强度、价格和产能保持不变。",
  },
  settings: transferSchema,
  defaults: makeTransfer,
  effort: TRANSFER_EFFORT,
  linear: true,
  changes: (state, settings) =>
    listTransfers(state.baseline, settings, { of: (s) => [s], share: calcFinalShares(state) }),
});

/** `share(k, r, s)` of final demand; what a consumer buys of each product is summed up once. */
function calcFinalShares(state: State): (k: number, r: number, s: number) => number {
  const { N } = state.baseline;
  const bought = new Map<number, { Y: Float64Array; f: Float64Array }>();
  return (k, r, s) => {
    const { Y, f } = bought.get(s) ?? { Y: state.demand(s), f: state.demandByProduct(s) };
    if (!bought.has(s)) bought.set(s, { Y, f });
    return f[k] === 0 ? 0 : Y[r * N + k] / f[k];
  };
}
