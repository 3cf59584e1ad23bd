import {
  type CellUpdates,
  DenseMatrix,
  DenseRequirements,
  FactoredRequirements,
  type Factors,
  type Gravity,
  GravityFactors,
  type RequirementsOperator,
  type SharedMatrix,
  type SlowDirections,
  type Survey,
  UpdatedRequirements,
} from "@tributary/core/kernel";

/** A requirements operator in memory that every thread sees. */
export type SharedOperator =
  | { kind: "factored"; id: number; factors: SharedFactors; nonNegative: boolean }
  | { kind: "dense"; id: number; A: Float32Array | Float64Array }
  | { kind: "surveyed"; id: number; matrix: SharedMatrix; survey: Survey }
  | { kind: "updated"; id: number; table: SharedOperator; updates: CellUpdates; nonNegative: boolean };

/** Shares of a gravity model stay behind: its factors say them. */
type SharedFactors = Factors | ConstructorParameters<typeof GravityFactors>[0];

/** The same numbers in memory that every thread sees; those that are there already are not copied. */
export function shareArray<Values extends Float32Array | Float64Array>(values: Values): Values {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const Floats = values.constructor as new (buffer: SharedArrayBuffer) => Values;
  const shared = new Floats(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

/** Zeros in memory that every thread sees. */
export function allocateShared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/**
 * Put an operator where every thread sees it.
 *
 * @param id Number by which threads know it again.
 * @param share The same of the operator that this one needs.
 */
export function shareOperator(
  A: RequirementsOperator,
  id: number,
  share: (A: RequirementsOperator) => SharedOperator,
): SharedOperator {
  if (A instanceof FactoredRequirements)
    return { kind: "factored", id, factors: shareFactors(A.factors, A.home), nonNegative: A.nonNegative };
  if (A instanceof DenseRequirements) return shareDense(A, id);
  if (A instanceof UpdatedRequirements) {
    const { table, updates, nonNegative } = A;
    return { kind: "updated", id, table: share(table), updates: shareUpdates(updates), nonNegative };
  }
  throw new TypeError(`Operators of kind ${A.kind} cannot be shared between threads.`);
}

function shareFactors(factors: Factors, blocks: Float64Array): SharedFactors {
  const { R, N, gravity } = factors;
  const [a, home] = [shareArray(factors.a), shareArray(blocks)];
  if (gravity) return { R, N, a, home, gravity: shareGravity(gravity) };
  return { R, N, a, home, T: factors.T.map(shareArray) };
}

const sharedDirections = new WeakMap<SlowDirections, SlowDirections>();

/** Slow directions in memory that every thread sees. */
export function shareDirections(slow: SlowDirections): SlowDirections {
  const known = sharedDirections.get(slow);
  if (known) return known;
  const [weights, steps, made] = [slow.weights, slow.steps, slow.made].map((values) => {
    const shared = new Float32Array(new SharedArrayBuffer(values.byteLength));
    shared.set(values);
    return shared;
  });
  const shared = { ...slow, weights, steps, made };
  sharedDirections.set(slow, shared);
  return shared;
}

function shareDense({ matrix, survey, A }: DenseRequirements, id: number): SharedOperator {
  const { n, precision, memory } = matrix;
  // What a survey found stands in the matrix's own memory.
  if (memory && survey) return { kind: "surveyed", id, matrix: { n, precision, memory }, survey };
  return { kind: "dense", id, A: A instanceof Float64Array ? shareArray(A) : A };
}

function shareGravity({ kernels, supplier, buyer, ...small }: Gravity): Gravity {
  return { ...small, kernels: kernels.map(shareArray), supplier: shareArray(supplier), buyer: shareArray(buyer) };
}

function shareUpdates({ rows, columns, amounts }: CellUpdates): CellUpdates {
  const [sharedRows, sharedColumns] = [rows, columns].map((places) => {
    const shared = new Int32Array(new SharedArrayBuffer(places.byteLength));
    shared.set(places);
    return shared;
  });
  return { rows: sharedRows, columns: sharedColumns, amounts: shareArray(amounts) };
}

/**
 * The operator again, in another thread.
 *
 * @param open The same for the operator that this one needs.
 */
export function openOperator(
  shared: SharedOperator,
  open: (shared: SharedOperator) => RequirementsOperator,
): RequirementsOperator {
  if (shared.kind === "updated")
    return new UpdatedRequirements(open(shared.table) as DenseRequirements, shared.updates, shared.nonNegative);
  if (shared.kind === "factored") {
    const { factors, nonNegative } = shared;
    return new FactoredRequirements("T" in factors ? factors : new GravityFactors(factors), { nonNegative });
  }
  if (shared.kind === "dense") return new DenseRequirements(shared.A);
  return new DenseRequirements(DenseMatrix.open(shared.matrix), shared.survey);
}
