import { prepareSolve, type Solution, type SolveColumns } from "../kernel/solver.ts";
import type { Model } from "../model/model.ts";

/** Residual over the largest right-hand side at which a solve ends: every one enters numbers that are published. */
export const TOLERANCE = 1e-10;

/** A solve and what it left open: the worst of its blocks of consumers. */
export interface SolveRecord {
  id: string;
  residual: number;
  /** Largest bound on a footprint's error, t CO₂; null where none is claimed. */
  bound: number | null;
  rounds: number;
}

/** Hands solves over, and keeps what each left open. */
export class SolveRunner {
  readonly #records = new Map<string, SolveRecord>();
  readonly #solve: SolveColumns;
  readonly #report: (done: number, total: number) => void;
  readonly #total: number;
  #done = 0;

  constructor(solve: SolveColumns, report: (done: number, total: number) => void, total: number) {
    this.#solve = solve;
    this.#report = report;
    this.#total = total;
  }

  /** In an order that does not depend on which thread was faster. */
  get records(): SolveRecord[] {
    return [...this.#records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Solve some of a table's columns. @param all How many there are altogether: what pays for them is done for each block. */
  async run(id: string, { A }: Model, Y: Float64Array, tolerance: number, all = Y.length / A.n): Promise<Solved> {
    const record = this.#records.get(id) ?? { id, residual: 0, bound: null, rounds: 0 };
    this.#records.set(id, record);
    const known = all * A.n > Y.length ? prepareSolve(A, all, { tolerance }) : {};
    const { X, R, residual, rounds } = await this.#solve(A, Y, { tolerance, ...known });
    record.residual = Math.max(record.residual, residual);
    record.rounds = Math.max(record.rounds, rounds);
    this.#report(++this.#done, this.#total);
    return { X, R, record };
  }

  async columns(...args: Parameters<SolveRunner["run"]>): Promise<Float64Array> {
    return (await this.run(...args)).X;
  }
}

export type Solved = Pick<Solution, "X" | "R"> & { record: SolveRecord };
