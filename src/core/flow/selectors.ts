import type { FieldError } from '../../contract/problem.ts';
import type { BookingError } from '../errors.ts';
import type { FlowState } from './state.ts';

/** Errors of the server or of the contract's schema, by field of the draft. */
export interface DraftErrors {
  readonly name?: string;
  readonly email?: string;
  readonly notes?: string;
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Errors of fields that the visitor does not fill in. */
  readonly other: readonly FieldError[];
}

/** Assigns a problem's fields (`body.notes`, `body.answers.goal`, also without `body.`) to those of the draft. */
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

/** The reason why the last attempt failed, in any state. */
export function problemOf(state: FlowState): BookingError | undefined {
  return 'problem' in state ? state.problem : undefined;
}

/** Whole seconds until the server accepts another attempt; 0 when it does so now. `now`: epoch ms. */
export function secondsUntilRetry(state: FlowState, now: number): number {
  const retryAt = state.status === 'details' ? state.retryAt : undefined;
  return retryAt === undefined ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000));
}

/** True while a booking may be under way at the server; a page should then ask before it closes. */
export function isBusy(state: FlowState): boolean {
  return state.status === 'submitting' || (state.status === 'authenticating' && state.way === 'guest');
}
