import { checkLength } from "../../accounts/shapes.ts";
import { InputError } from "../../errors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";
import { sum } from "../../kernel/sum.ts";
import { LargestChains, type Node } from "./largest-chains.ts";
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
  return openPathFinder(A, { S, M })(y, options);
}

/**
 * The same for many demands of one table: what they share is worked out once.
 *
 * @throws As `findPaths`.
 */
export function openPathFinder(
  A: RequirementsOperator,
  { S, M }: { S: Float64Array; M: Float64Array },
): (y: Float64Array, options?: PathOptions) => PathSearch {
  for (const [name, values] of Object.entries({ S, M })) checkLength(name, values, A.n);
  checkSigns(A, S);
  const listInputs = indexInputs(A, M);
  return (y, options = {}) => {
    checkLength("y", y, A.n);
    return search(y, { S, M, listInputs, ...DEFAULTS, ...options });
  };
}

interface Search extends Required<PathOptions> {
  S: Float64Array;
  M: Float64Array;
  listInputs: ListInputs;
}

function search(y: Float64Array, { S, M, listInputs, count, maxNodes }: Search): PathSearch {
  const { total, size } = weigh(y, M);
  const floor = size / maxNodes;
  const best = new LargestChains(count, S);
  const readLeast = () => (best.full ? Math.max(floor, best.smallest) : floor);
  let nodes = offerDemand(best, y);
  let least = readLeast();
  for (let tier = listDemand(y, M, least); tier.length > 0; ) {
    tier = tier.flatMap((node) => continueChain(node, least / Math.abs(node.weight), listInputs));
    nodes += tier.length;
    for (const node of tier) best.offer(node);
    least = readLeast();
    tier = tier.filter(({ i, weight }) => Math.abs(weight) * M[i] >= least);
  }
  const paths = best.chains.map((node) => ({ rows: readRows(node), value: node.weight * S[node.i] }));
  const listed = sum(paths.map(({ value }) => value));
  return { paths, total, listed, largestLeft: least, nodes, complete: best.full && least > floor };
}

/** `M·y`, and the same without signs. */
function weigh(y: Float64Array, M: Float64Array): { total: number; size: number } {
  let [total, size] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    total += M[i] * y[i];
    size += M[i] * Math.abs(y[i]);
  }
  return { total, size };
}

/** The seller itself emits. How many there are. */
function offerDemand(best: LargestChains, y: Float64Array): number {
  const node = { i: 0, weight: 0, parent: null };
  let count = 0;
  for (let i = 0; i < y.length; i++) {
    if (y[i] === 0) continue;
    count++;
    [node.i, node.weight] = [i, y[i]];
    best.offer(node);
  }
  return count;
}

/** What is bought and carries enough to be followed. */
function listDemand(y: Float64Array, M: Float64Array, least: number): Node[] {
  const nodes: Node[] = [];
  for (let i = 0; i < y.length; i++)
    if (y[i] !== 0 && Math.abs(y[i]) * M[i] >= least) nodes.push({ i, weight: y[i], parent: null });
  return nodes;
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
