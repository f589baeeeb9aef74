import type { Booking } from '../../contract/booking.ts';
import type { Schedule } from '../../contract/schedule.ts';
import type { BookingError } from '../errors.ts';
import type { Draft } from './draft.ts';
import type { History } from './history.ts';
import type { DraftProblem } from './problems.ts';
import type { Disagreement } from './sections.ts';

/** The state of saving. */
export type SaveState =
  | { readonly status: 'idle' }
  | { readonly status: 'saving'; readonly attempt: number }
  /** No answer, or a failure that may pass (5xx, 429); the save is tried again at `retryAt` (epoch ms). */
  | { readonly status: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly problem: BookingError }
  /** Refused: trying again would not help. */
  | { readonly status: 'failed'; readonly problem: BookingError }
  /** Somebody else saved since the schedule was loaded: nothing was written. */
  | { readonly status: 'conflict'; readonly theirs: Schedule; readonly found: readonly Disagreement[] }
  | { readonly status: 'saved'; readonly at: number };

/** The booked sessions, for the preview and for warnings. */
export type BookingsState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly bookings: readonly Booking[] }
  | { readonly status: 'failed'; readonly problem: BookingError };

/** The schedule is loaded and can be edited. */
export interface Editing {
  readonly status: 'editing';
  readonly history: History<Draft>;
  /** The schedule on the server, as last known. */
  readonly saved: Schedule;
  readonly dirty: boolean;
  readonly problems: readonly DraftProblem[];
  readonly save: SaveState;
  readonly booked: BookingsState;
}

/**
 * The state of an editor. `unsupported`: the backend has no schedules. `refused`: this account may not edit this coach.
 */
export type EditorState =
  | { readonly status: 'loading' }
  | { readonly status: 'signed-out'; readonly expired: boolean }
  | { readonly status: 'unsupported' }
  | { readonly status: 'refused'; readonly problem: BookingError }
  | { readonly status: 'failed'; readonly problem: BookingError }
  | Editing;
