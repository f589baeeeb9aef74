import type { FieldError } from '../../contract/problem.ts';
import type { BookingError } from '../errors.ts';
import type { FlowState } from './state.ts';

/** What the server (or the contract's schema) refused, by field of the draft. */
export interface DraftErrors {
  readonly name?: string;
  readonly email?: string;
  readonly notes?: string;
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Refusals of fields the visitor does not fill in. */
  readonly other: readonly FieldError[];
}

/** Sorts a problem's fields (`body.notes`, `body.answers.goal`, also without `body.`) to the draft's. */
export function draftErrors(problem: BookingError | undefined): DraftErrors {
  const own: { name?: string; email?: string; notes?: string } = {};
  const answers: Record<string, string> = {};
  const other: FieldError[] = [];
  for (const error of problem?.fields ?? []) {
    const path = error.field.replace(/^body\./, '');
    const answer = /^answers\.([^.]+)/.exec(path)?.[1];
    if (path === 'name' || path === 'email' || path === 'notes') own[path] ??= error.message;
    else if (answer !== undefined) answers[answer] ??= error.message;
    else other.push(error);
  }
  return { ...own, answers, other };
}

/** Why the last try failed, wherever the visitor stands now. */
export function problemOf(state: FlowState): BookingError | undefined {
  return 'problem' in state ? state.problem : undefined;
}

/** Whole seconds until the server takes the next try; 0 when it does now. `now`: epoch ms. */
export function secondsUntilRetry(state: FlowState, now: number): number {
  const retryAt = state.status === 'details' ? state.retryAt : undefined;
  return retryAt === undefined ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000));
}

/** True while a booking may be under way at the server: the moment to keep a page from closing without a word. */
export function isBusy(state: FlowState): boolean {
  return state.status === 'submitting' || (state.status === 'authenticating' && state.way === 'guest');
}
