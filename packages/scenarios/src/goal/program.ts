/** Minimise `costs·u` subject to `slopes·u ≤ limit` and `0 ≤ u ≤ 1`. */
export interface Program {
  costs: readonly number[];
  slopes: readonly number[];
  limit: number;
}

/** The best `u`, and what a unit less of the limit would cost. */
interface ProgramSolution {
  u: readonly number[];
  price: number;
}

/** A solver of linear programmes, handed in: the page loads it only when somebody seeks a goal. */
export type SolveProgram = (program: Program) => ProgramSolution | null;
