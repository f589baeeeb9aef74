/** The present value, the past ones, and those that were undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The gesture (a drag, typing in one field) that made `present`: its next step replaces `present`. */
  readonly gesture?: string | undefined;
}

/** Steps that can be taken back. */
const MAX_STEPS = 200;

/** A history with nothing to undo. */
export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Adds a step; the steps of one gesture are one step. Nothing happens when `next` is the present. */
export function record<T>(history: History<T>, next: T, gesture?: string): History<T> {
  if (next === history.present) return history;
  if (gesture !== undefined && gesture === history.gesture) return { ...history, present: next, future: [] };
  return { past: [...history.past, history.present].slice(-MAX_STEPS), present: next, future: [], gesture };
}

/** Takes the last step back. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** Restores the step that was undone last. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}

/** Drops an aborted gesture (Escape during a drag), as if it had never begun. */
export function abandon<T>(history: History<T>, gesture: string): History<T> {
  const before = history.past.at(-1);
  if (history.gesture !== gesture || before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: history.future };
}

/** Ends a gesture: when it begins again, that is a new step. */
export function settle<T>(history: History<T>): History<T> {
  return history.gesture === undefined ? history : { ...history, gesture: undefined };
}
