import type { Slot } from '../../contract/availability.ts';
import type { Answers, Booking } from '../../contract/booking.ts';
import type { BookingError } from '../errors.ts';

/** What the visitor typed. It survives every step. */
export interface Draft {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly notes: string;
  readonly answers: Answers;
}

/** One intent to book: sent again under the same key until what it says changes. */
export interface Attempt {
  readonly key: string;
  readonly slot: Slot;
  readonly draft: Draft;
}

/** The slot that went to somebody else, and the open ones nearest to it. */
export interface Taken {
  readonly slot: Slot;
  /** True while the day is asked for again; `nearest` is empty until then. */
  readonly searching: boolean;
  readonly nearest: readonly Slot[];
}

/** Looking for a time. */
export interface Choosing {
  readonly status: 'choosing';
  readonly draft: Draft;
}

/** A time is chosen; the visitor says who they are and what for. */
export interface Details {
  readonly status: 'details';
  readonly slot: Slot;
  readonly draft: Draft;
  /** The last try, while `submit` would repeat it under the same key. */
  readonly attempt?: Attempt;
  /** The last try failed on somebody else's booking. */
  readonly taken?: Taken;
  /** The last try failed for another reason; `retry` sends it again. */
  readonly problem?: BookingError;
  /** With `problem`: not before this moment (epoch ms), when the server asked to wait. */
  readonly retryAt?: number;
}

/** Booking waits for a session. */
export interface Authenticating {
  readonly status: 'authenticating';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly attempt: Attempt;
  /** `guest`: name and e-mail of the draft are being sent; `ask`: the visitor has to sign in or sign up. */
  readonly way: 'guest' | 'ask';
  /** `needed`: nobody is signed in; `expired`: somebody was, until the server refused the token. */
  readonly reason: 'needed' | 'expired';
  /** Why going on as a guest was refused. */
  readonly problem?: BookingError;
}

/** The booking is on its way. */
export interface Submitting {
  readonly status: 'submitting';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly attempt: Attempt;
}

/** The server said so. */
export interface Booked {
  readonly status: 'booked';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly booking: Booking;
}

/** Where a visitor stands. */
export type FlowState = Choosing | Details | Authenticating | Submitting | Booked;

/** The name of where a visitor stands: what a page switches on to choose what it shows. */
export type FlowStatus = FlowState['status'];

/** What can happen. The first group comes from the visitor, the second from the flow's own work. */
export type FlowEvent =
  | { readonly type: 'choose-slot'; readonly slot: Slot }
  | { readonly type: 'edit'; readonly draft: Partial<Draft> }
  /** `draft`: last edits, taken along. `key` is made by the flow. */
  | { readonly type: 'submit'; readonly draft?: Partial<Draft> | undefined; readonly key?: string | undefined }
  | { readonly type: 'retry' }
  | { readonly type: 'back' }
  | { readonly type: 'restart' }
  /** Sent by the flow itself when the session is signed in; by a host page when its own sign-in is done. */
  | { readonly type: 'authenticated' }
  | { readonly type: 'sign-in-needed'; readonly way: 'guest' | 'ask'; readonly reason: 'needed' | 'expired' }
  | { readonly type: 'guest-refused'; readonly problem: BookingError }
  | { readonly type: 'declined' }
  | { readonly type: 'failed'; readonly problem: BookingError; readonly retryAt?: number | undefined }
  | { readonly type: 'slot-taken' }
  | { readonly type: 'nearest-found'; readonly nearest: readonly Slot[] }
  | { readonly type: 'confirmed'; readonly booking: Booking };

/** The name of what can happen. */
export type FlowEventType = FlowEvent['type'];

/** The state, or states, of one status: `StateOf<'details'>` is `Details`. */
export type StateOf<S extends FlowStatus> = Extract<FlowState, { status: S }>;

/** The event, or events, of one type: `EventOf<'choose-slot'>` is the one that carries a slot. */
export type EventOf<E extends FlowEventType> = Extract<FlowEvent, { type: E }>;
