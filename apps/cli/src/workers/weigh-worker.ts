import { type DrawEffects, type DrawInput, type DrawTerms, DrawWeigher } from "@tributary/scenarios";

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
  const { local, outsourced, production, classBefore, classAfter } = last.weigher.weigh(
    task.terms,
    task.first,
    task.end,
  );
  const { into } = task;
  const from = task.first * task.input.R;
  into.local.set(local, from);
  into.outsourced.set(outsourced, from);
  into.production.set(production, from);
  if (into.classBefore.length === 0) return;
  into.classBefore.set(classBefore, from);
  into.classAfter.set(classAfter, from);
}
