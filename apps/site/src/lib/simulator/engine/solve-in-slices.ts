import { type SolveColumns, solveOutput } from "@tributary/core";

/**
 * `solveOutput` a panel at a time, so that its thread can do something else in between.
 *
 * @param pause Awaited between panels; what it throws ends the solve.
 * @returns The same numbers as `solveOutput`, whose columns are independent panel by panel.
 */
export const solveInSlices =
  (pause: () => Promise<void>): SolveColumns =>
  async (A, Y, options = {}) => {
    const [X, R] = [new Float64Array(Y.length), new Float64Array(Y.length)];
    let [residual, rounds] = [0, 0];
    for (let from = 0, to: number; from < Y.length; from = to) {
      await pause();
      to = Math.min(from + A.n * A.forward((Y.length - from) / A.n).width, Y.length);
      const part = solveOutput(A, Y.subarray(from, to), { ...options, start: options.start?.subarray(from, to) });
      X.set(part.X, from);
      R.set(part.R, from);
      residual = Math.max(residual, part.residual);
      rounds = Math.max(rounds, part.rounds);
    }
    return { X, R, residual, rounds };
  };
