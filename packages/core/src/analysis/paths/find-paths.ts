import { checkLength } from "../../accounts/shapes.ts";
import { InputError } from "../../errors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";
import { sum } from "../../kernel/sum.ts";
import { indexInputs, type ListInputs } from "./list-inputs.ts";

/** One supply chain: who emits, for whom, and so on to the product that is bought. */
export interface Path {
  /** Rows of the table, the product that final demand buys first, the emitter last. */
  rows: readonly number[];
  /** Emissions of the last row for this chain, in the unit of S times that of y. */
  value: number;
}

/** The largest chains of a final demand, and what is not among them. */
export interface PathSearch {
  /** By size, largest first. */
  paths: readonly Path[];
  /** Everything the demand causes, `M·y`. */
  total: number;
  /** The listed chains together. */
  listed: number;
  /** No chain outside the list is larger than this. */
  largestLeft: number;
  /** Chains that were looked at. */
  nodes: number;
  /** Whether these are the largest chains that there are: false where the limit on nodes cut the search. */
  complete: boolean;
}

export interface PathOptions {
  /** How many chains are listed; default 20. */
  count?: number;
  /** Chains of one length that are followed at most; default 100,000. */
  maxNodes?: number;
}

/** A chain in the search: `weight` is the output of row `i` that it takes. */
interface Node {
  i: number;
  weight: number;
  parent: Node | null;
}

const DEFAULTS = { count: 20, maxNodes: 100_000 };

/**
 * Find the largest supply chains of a final demand, `S_k A_kj … A_il y_l`, tier by tier.
 *
 * A chain and everything that continues it carry `|weight| · M`. What cannot reach the smallest chain listed is therefore
 * not followed, and the list is exact. Chains of one length carry no more than `Σ |y| M` together: those above that
 * over `maxNodes` are never more than `maxNodes`, and the rest is not followed either.
 *
 * Shapes: `S`, `M`, `y` n. Units: `S`, `M` t CO₂ per 10⁴ CNY; `y` 10⁴ CNY; values t CO₂.
 *
 * @param M Multipliers of S, `solveMultipliers(A, S)`.
 * @throws {InputError} `negative-requirements`, `negative-intensity`: the bound does not hold there.
 * @throws {ModelError} `shape-mismatch`.
 * @see Treloar (1997), Econ. Syst. Res. 9(4); Lenzen (2003), Struct. Change Econ. Dyn. 14(1); docs/method.md#paths
 */
export function findPaths(
  A: RequirementsOperator,
  { S, M, y }: { S: Float64Array; M: Float64Array; y: Float64Array },
  options: PathOptions = {},
): PathSearch {
  const { count, maxNodes } = { ...DEFAULTS, ...options };
  for (const [name, values] of Object.entries({ S, M, y })) checkLength(name, values, A.n);
  checkSigns(A, S);
  const listInputs = indexInputs(A, M);
  const size = ({ i, weight }: Node) => Math.abs(weight) * S[i];
  const floor = sum(y.map((demand, i) => Math.abs(demand) * M[i])) / maxNodes;
  let best: Node[] = [];
  let least = floor;
  let nodes = 0;
  for (let tier = listDemand(y); tier.length > 0; ) {
    nodes += tier.length;
    // Sorting is stable: of equal chains the shorter comes first, then the order of the search.
    best = [...best, ...tier.filter((node) => size(node) > 0)].sort((a, b) => size(b) - size(a)).slice(0, count);
    if (best.length === count) least = Math.max(floor, size(best[count - 1]));
    const promising = tier.filter(({ i, weight }) => Math.abs(weight) * M[i] >= least);
    tier = promising.flatMap((node) => continueChain(node, least / Math.abs(node.weight), listInputs));
  }
  const paths = best.map((node) => ({ rows: readRows(node), value: node.weight * S[node.i] }));
  return {
    paths,
    total: sum(y.map((demand, i) => demand * M[i])),
    listed: sum(paths.map(({ value }) => value)),
    largestLeft: least,
    nodes,
    complete: best.length === count && least > floor,
  };
}

function listDemand(y: Float64Array): Node[] {
  return Array.from(y, (weight, i): Node => ({ i, weight, parent: null })).filter(({ weight }) => weight !== 0);
}

function continueChain(parent: Node, least: number, listInputs: ListInputs): Node[] {
  return listInputs(parent.i, least).map(({ i, a }) => ({ i, weight: parent.weight * a, parent }));
}

function readRows(node: Node): number[] {
  const rows: number[] = [];
  for (let at: Node | null = node; at; at = at.parent) rows.unshift(at.i);
  return rows;
}

function checkSigns(A: RequirementsOperator, S: Float64Array): void {
  if (!A.nonNegative)
    throw new InputError("negative-requirements", "Paths cannot be bounded where requirements are negative.");
  if (S.some((intensity) => intensity < 0))
    throw new InputError("negative-intensity", "Paths cannot be bounded where intensities are negative.");
}
