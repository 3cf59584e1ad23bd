import { type FactoredTables, FINAL_USES } from "@tributary/core";

/**
 * Imported inputs of every sector: each product is imported in the same proportion wherever it is used.
 *
 * Without them no column adds up: requirements are domestic, value added is not all that remains.
 *
 * Shapes: result R·N, region-major. Units: 10⁴ CNY.
 *
 * @see docs/method.md#accounts
 */
export function calcImportedInputs({ technology, output, finalUse, imports }: FactoredTables): Float64Array {
  const N = Math.round(Math.sqrt(technology.length));
  const imported = new Float64Array(output.length);
  for (let s = 0; s < output.length; s += N)
    for (let i = 0; i < N; i++) {
      let use = sumFinalUse(finalUse, s / N, i, N);
      for (let j = 0; j < N; j++) use += technology[i * N + j] * output[s + j];
      const ratio = use > 0 ? imports[s + i] / use : 0;
      for (let j = 0; j < N; j++) imported[s + j] += ratio * technology[i * N + j] * output[s + j];
    }
  return imported;
}

function sumFinalUse(finalUse: Float64Array, region: number, i: number, N: number): number {
  let sum = 0;
  for (let u = 0; u < FINAL_USES.length; u++) sum += finalUse[(region * FINAL_USES.length + u) * N + i];
  return sum;
}
