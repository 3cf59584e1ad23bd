/** Agreement at which an amount counts as a fixed part of another [1]: a few roundings. */
const TOLERANCE = 1e-14;

/**
 * The part that `values` are of `whole`, one number a product, where it is the same in every region.
 *
 * Shapes: `values`, `whole` R×N; result N.
 *
 * @returns null where it differs: then the values have to be stored themselves.
 */
export function findRatios(values: Float64Array, whole: Float64Array, N: number): Float64Array | null {
  const ratios = new Float64Array(N).fill(Number.NaN);
  for (let i = 0; i < values.length; i++) if (whole[i]! !== 0) ratios[i % N] = values[i]! / whole[i]!;
  const fits = applyRatios(ratios, whole).every(
    (value, i) => Math.abs(value - values[i]!) <= TOLERANCE * Math.abs(values[i]!),
  );
  return fits ? ratios : null;
}

/** Each product's part of `whole`. Shapes: `ratios` N, `whole` and result R×N. */
export const applyRatios = (ratios: Float64Array, whole: Float64Array): Float64Array =>
  whole.map((value, i) => (value === 0 ? 0 : value * ratios[i % ratios.length]!));
