import type { Slot } from '../../contract/availability.ts';
import type { Answers, Booking } from '../../contract/booking.ts';
import type { BookingError } from '../errors.ts';

/** The values that the visitor typed; kept through every step. */
export interface Draft {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** The message to the coach; when a booking is moved, the reason. */
  readonly notes: string;
  /** E-mail addresses of others who take part, as typed: separated by blanks, commas or semicolons. */
  readonly attendees?: string | undefined;
  readonly answers: Answers;
  /** The version of the coach's words that the visitor agrees to. */
  readonly consent?: number | undefined;
}

/** One intent to book: it keeps its key until its content changes. */
export interface Attempt {
  readonly key: string;
  readonly slot: Slot;
  readonly draft: Draft;
}

/** The slot that somebody else has booked, and the open slots nearest to it. */
export interface Taken {
  readonly slot: Slot;
  /** True while the nearest slots are being loaded; `nearest` is empty until then. */
  readonly searching: boolean;
  readonly nearest: readonly Slot[];
}

/** The visitor chooses a time. */
export interface Choosing {
  readonly status: 'choosing';
  readonly draft: Draft;
}

/** A time is chosen; the visitor fills in the form. */
export interface Details {
  readonly status: 'details';
  readonly slot: Slot;
  readonly draft: Draft;
  /** The last attempt; `submit` repeats it with the same key while slot and draft are unchanged. */
  readonly attempt?: Attempt;
  /** The last attempt failed because the slot was taken. */
  readonly taken?: Taken;
  /** The last attempt failed for another reason; `retry` sends it again. */
  readonly problem?: BookingError;
  /** With `problem`, when the server asked to wait: the earliest time to try again, epoch ms. */
  readonly retryAt?: number;
}

/** The booking waits for the visitor to sign in. */
export interface Authenticating {
  readonly status: 'authenticating';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly attempt: Attempt;
  /** `guest`: name and e-mail of the draft are being sent; `ask`: the visitor has to sign in or sign up. */
  readonly way: 'guest' | 'ask';
  /** `needed`: nobody is signed in; `expired`: somebody was, until the server refused the token. */
  readonly reason: 'needed' | 'expired';
  /** The reason why the server refused the guest. */
  readonly problem?: BookingError;
}

/** The booking is being sent. */
export interface Submitting {
  readonly status: 'submitting';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly attempt: Attempt;
}

/** The server has confirmed the booking. */
export interface Booked {
  readonly status: 'booked';
  readonly slot: Slot;
  readonly draft: Draft;
  readonly booking: Booking;
}

/** The step a visitor is at, with its data. */
export type FlowState = Choosing | Details | Authenticating | Submitting | Booked;

/** The name of a step; a page switches on it to choose its view. */
export type FlowStatus = FlowState['status'];

/** The events of a flow. The first group comes from the visitor, the second from the flow's own requests. */
export type FlowEvent =
  | { readonly type: 'choose-slot'; readonly slot: Slot }
  | { readonly type: 'edit'; readonly draft: Partial<Draft> }
  /** `draft`: the last edits. `key` is made by the flow. */
  | { readonly type: 'submit'; readonly draft?: Partial<Draft> | undefined; readonly key?: string | undefined }
  | { readonly type: 'retry' }
  | { readonly type: 'back' }
  | { readonly type: 'restart' }
  /** Sent by the flow once the visitor has signed in; by a host page once its own sign-in is done. */
  | { readonly type: 'authenticated' }
  | { readonly type: 'sign-in-needed'; readonly way: 'guest' | 'ask'; readonly reason: 'needed' | 'expired' }
  | { readonly type: 'guest-refused'; readonly problem: BookingError }
  | { readonly type: 'declined' }
  | { readonly type: 'failed'; readonly problem: BookingError; readonly retryAt?: number | undefined }
  | { readonly type: 'slot-taken' }
  | { readonly type: 'nearest-found'; readonly nearest: readonly Slot[] }
  | { readonly type: 'confirmed'; readonly booking: Booking };

/** The name of an event. */
export type FlowEventType = FlowEvent['type'];

/** The state, or states, of one status: `StateOf<'details'>` is `Details`. */
export type StateOf<S extends FlowStatus> = Extract<FlowState, { status: S }>;

/** The event, or events, of one type: `EventOf<'choose-slot'>` is the one that carries a slot. */
export type EventOf<E extends FlowEventType> = Extract<FlowEvent, { type: E }>;
