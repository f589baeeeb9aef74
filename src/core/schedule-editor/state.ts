import type { Booking } from '../../contract/booking.ts';
import type { Schedule } from '../../contract/schedule.ts';
import type { BookingError } from '../errors.ts';
import type { Draft } from './draft.ts';
import type { History } from './history.ts';
import type { DraftProblem } from './problems.ts';
import type { Disagreement } from './sections.ts';

/** Where a save stands. */
export type SaveState =
  | { readonly status: 'idle' }
  | { readonly status: 'saving'; readonly attempt: number }
  /** No answer; tried again by itself at `retryAt` (epoch ms). */
  | { readonly status: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly problem: BookingError }
  /** Refused: trying again by itself would not help. */
  | { readonly status: 'failed'; readonly problem: BookingError }
  /** Somebody else saved meanwhile: nothing was written. */
  | { readonly status: 'conflict'; readonly theirs: Schedule; readonly found: readonly Disagreement[] }
  | { readonly status: 'saved'; readonly at: number };

/** What else is booked, for the preview and for what a change would strand. */
export type BookingsState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly bookings: readonly Booking[] }
  | { readonly status: 'failed'; readonly problem: BookingError };

/** The schedule is there and can be edited. */
export interface Editing {
  readonly status: 'editing';
  readonly history: History<Draft>;
  /** What the server has, as far as known. */
  readonly saved: Schedule;
  readonly dirty: boolean;
  readonly problems: readonly DraftProblem[];
  readonly save: SaveState;
  readonly booked: BookingsState;
}

/**
 * Where an editor stands. `unsupported`: the backend has no schedules. `refused`: this account may not edit this coach.
 */
export type EditorState =
  | { readonly status: 'loading' }
  | { readonly status: 'signed-out'; readonly expired: boolean }
  | { readonly status: 'unsupported' }
  | { readonly status: 'refused'; readonly problem: BookingError }
  | { readonly status: 'failed'; readonly problem: BookingError }
  | Editing;
