import type { Solution, SolveColumns } from "../kernel/solver.ts";
import type { Model } from "../model/model.ts";

/** Residual over the largest right-hand side at which a solve ends: every one enters numbers that are published. */
export const TOLERANCE = 1e-10;

/** A solve and what it left open. */
export interface SolveRecord {
  id: string;
  residual: number;
  /** Largest bound on a footprint's error, t CO₂; null where none is claimed. */
  bound: number | null;
  rounds: number;
}

/** Hands solves over, and keeps what each left open. */
export class SolveRunner {
  readonly records: SolveRecord[] = [];
  readonly #solve: SolveColumns;
  readonly #report: (done: number, total: number) => void;
  readonly #total: number;
  #done = 0;

  constructor(solve: SolveColumns, report: (done: number, total: number) => void, total: number) {
    this.#solve = solve;
    this.#report = report;
    this.#total = total;
  }

  async run(id: string, { A }: Model, Y: Float64Array, tolerance: number): Promise<Solved> {
    const record: SolveRecord = { id, residual: 0, bound: null, rounds: 0 };
    this.records.push(record);
    const { X, R, residual, rounds } = await this.#solve(A, Y, { tolerance });
    Object.assign(record, { residual, rounds });
    this.#report(++this.#done, this.#total);
    return { X, R, record };
  }

  async columns(...args: Parameters<SolveRunner["run"]>): Promise<Float64Array> {
    return (await this.run(...args)).X;
  }
}

export type Solved = Pick<Solution, "X" | "R"> & { record: SolveRecord };
