import { type DrawEffects, type DrawInput, type DrawTerms, DrawWeigher, storeEffects } from "@tributary/scenarios";

/** Draws `first` to `end` of a scenario; the arrays are shared, and no two tasks write to the same draws. */
export interface WeighTask {
  /** Number by which threads know an input again: laying one out costs as much as hundreds of draws. */
  id: number;
  input: DrawInput;
  terms: DrawTerms;
  first: number;
  end: number;
  into: DrawEffects;
}

let last: { id: number; weigher: DrawWeigher } | undefined;

/** Weigh one task of a pool, in a thread of the pool. */
export default function weighShared(task: WeighTask): void {
  if (last?.id !== task.id) last = { id: task.id, weigher: new DrawWeigher(task.input) };
  const effects = last.weigher.weigh(task.terms, task.first, task.end);
  storeEffects(task.into, effects, task.first * task.input.R);
}
