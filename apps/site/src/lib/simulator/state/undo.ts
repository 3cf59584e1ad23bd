/** States that were left, and those that were taken back. */
export interface Undo<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** How many steps are kept. */
const MOST = 100;

export const beginUndo = <State>(present: State): Undo<State> => ({ past: [], present, future: [] });

/** Go on to a state; what was taken back is forgotten. */
export const pushState = <State>({ past, present }: Undo<State>, next: State): Undo<State> => ({
  past: [...past, present].slice(-MOST),
  present: next,
  future: [],
});

/** Go on without a step of its own: the moves of a slider before it is let go. */
export const replaceState = <State>(undo: Undo<State>, next: State): Undo<State> => ({ ...undo, present: next });

export function stepBack<State>(undo: Undo<State>): Undo<State> {
  const { past, present, future } = undo;
  if (past.length === 0) return undo;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

export function stepForward<State>(undo: Undo<State>): Undo<State> {
  const { past, present, future } = undo;
  if (future.length === 0) return undo;
  return { past: [...past, present], present: future[0]!, future: future.slice(1) };
}
