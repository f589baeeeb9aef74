import { readInstant } from '../../contract/values.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import type { Availability } from '../availability/availability.ts';
import { abortable } from '../client/shared-requests.ts';
import { BookingError, isBookingError } from '../errors.ts';
import { type BookingIntent, bookingBody, checkBody } from './intent.ts';
import type { BeforeBookReply, FlowOptions } from './options.ts';
import type { Attempt, FlowEvent, FlowState, StateOf } from './state.ts';

type Send = (event: FlowEvent) => void;

/** The requests a flow makes while it is in a state. */
interface Work {
  /** Names the state's work; the work goes on through edits while the name is the same. */
  nameOf(state: FlowState): string;
  /** Does the work and sends its outcome. */
  start(state: FlowState, signal: AbortSignal, send: Send): void;
}

/** Makes the work of one flow. `availability` finds other times for a slot that was taken. */
export function createWork(options: FlowOptions, availability: () => Availability): Work {
  const { client, coachId, move, guest = true, now = Date.now } = options;
  const { signIn } = client;
  /** The intent of the last attempt: the same key must carry the same body, although the page's parameters may have changed. */
  let prepared: { readonly key: string; readonly intent: BookingIntent } | undefined;
  /** The reply of `beforeBook` to the intent with this key. */
  let approved: { readonly key: string; readonly visitorToken: string | undefined } | undefined;
  let guestKey: string | undefined;
  /** The last failure after which the booking may exist, and its key. */
  let doubt: { readonly key: string; readonly problem: BookingError } | undefined;

  function intentOf(attempt: Attempt): BookingIntent {
    if (prepared?.key === attempt.key) return prepared.intent;
    const { metadata = {} } = options;
    const carried = typeof metadata === 'function' ? metadata() : metadata;
    const reason = attempt.draft.notes.trim();
    const intent: BookingIntent = move
      ? { kind: 'move', booking: move, slot: attempt.slot, ...(reason && { reason }) }
      : { kind: 'create', body: bookingBody(coachId, attempt, carried) };
    prepared = { key: attempt.key, intent };
    return intent;
  }

  function signInNeeded({ draft, attempt }: StateOf<'submitting'>): FlowEvent {
    const { state, hosted } = signIn;
    // An expired guest is signed in again once for each attempt: the server would refuse the second token too.
    const asGuest = state.status !== 'expired' || (state.user?.is_guest === true && guestKey !== attempt.key);
    const named = draft.name?.trim() && draft.email?.trim();
    const way = guest && !hosted && asGuest && named && client.supports('guestLogIn') ? 'guest' : 'ask';
    return { type: 'sign-in-needed', way, reason: state.status === 'signed-out' ? 'needed' : 'expired' };
  }

  async function submit(state: StateOf<'submitting'>, signal: AbortSignal): Promise<FlowEvent> {
    const { attempt } = state;
    const intent = intentOf(attempt);
    if (intent.kind === 'create') checkBody(intent.body);
    const token = await abortable(signIn.bearer(), signal, 'sign-in');
    if (token === undefined) return signInNeeded(state);
    if (options.beforeBook && approved?.key !== attempt.key) {
      const said = await options.beforeBook(intent, signal);
      if (said === false) return { type: 'declined' };
      signal.throwIfAborted();
      approved = { key: attempt.key, visitorToken: (said as BeforeBookReply | undefined)?.visitorToken };
    }
    return { type: 'confirmed', booking: await sendIntent(intent, attempt.key, signal) };
  }

  function sendIntent(intent: BookingIntent, idempotencyKey: string, signal: AbortSignal) {
    if (intent.kind === 'create') {
      const token = approved?.visitorToken;
      const body = token ? { ...intent.body, visitor_token: token } : intent.body;
      return createOnce({ body }, { signal, idempotencyKey });
    }
    if (!client.moveBooking) {
      throw new TypeError('This client cannot move bookings: make it with flowEndpoints, or use client.with()');
    }
    const { booking, slot, reason } = intent;
    const body = {
      session_datetime: slot.start,
      duration_minutes: slot.duration_minutes,
      ...(reason && { reason }),
    };
    return client.moveBooking({ params: { booking_id: booking.id }, body }, { signal });
  }

  /** After a time-out the booking may exist: sends it once more with the same key before an error is shown. */
  async function createOnce(...call: Parameters<typeof client.createBooking>) {
    try {
      return await client.createBooking(...call);
    } catch (error) {
      if (asBookingError(error).kind !== 'timeout') throw error;
      return client.createBooking(...call).catch((again) => {
        // A server that ignores keys finds the slot taken, perhaps by our first request: show the first error.
        throw asBookingError(again).kind === 'conflict' ? error : again;
      });
    }
  }

  function failedWith(problem: BookingError): FlowEvent {
    const { retryAfterSeconds } = problem;
    return { type: 'failed', problem, retryAt: retryAfterSeconds && now() + retryAfterSeconds * 1000 };
  }

  async function book(state: StateOf<'submitting'>, signal: AbortSignal): Promise<FlowEvent> {
    try {
      return await submit(state, signal);
    } catch (error) {
      const problem = asBookingError(error);
      if (problem.kind === 'unauthenticated') return signInNeeded(state);
      // A token can be used once: the next try asks the page's hook for another.
      if (approved?.visitorToken) approved = undefined;
      const { key } = state.attempt;
      // A backend that ignores keys finds the slot taken, perhaps by this visitor.
      if (problem.kind === 'conflict' && !problem.mayHaveBeenDone)
        return doubt?.key === key ? failedWith(doubt.problem) : { type: 'slot-taken' };
      if (problem.mayHaveBeenDone) doubt = { key, problem };
      return failedWith(problem);
    }
  }

  async function signInAsGuest(state: StateOf<'authenticating'>, signal: AbortSignal): Promise<FlowEvent> {
    const { name = '', email = '' } = state.draft;
    const time_zone = options.availability?.state.timeZone;
    try {
      await signIn.guest({ name: name.trim(), email: email.trim(), ...(time_zone && { time_zone }) }, { signal });
      guestKey = state.attempt.key;
      return { type: 'authenticated' };
    } catch (error) {
      const problem = asBookingError(error);
      if (problem.kind === 'unsupported') return { type: 'sign-in-needed', way: 'ask', reason: state.reason };
      // The e-mail address has an account, or guests are refused: the visitor has to sign in.
      if (['conflict', 'forbidden', 'unauthenticated'].includes(problem.kind))
        return { type: 'guest-refused', problem };
      return failedWith(problem);
    }
  }

  function awaitSession(signal: AbortSignal, send: Send): void {
    const stop = signIn.subscribe(({ status }) => {
      if (status === 'signed-in') send({ type: 'authenticated' });
    });
    signal.addEventListener('abort', stop, { once: true });
  }

  async function findNearest(state: StateOf<'details'>, signal: AbortSignal): Promise<FlowEvent> {
    try {
      return { type: 'nearest-found', nearest: await availability().nearest(state.slot, { signal }) };
    } catch {
      // Show that the time is taken; the calendar shows its own errors one step back.
      return { type: 'nearest-found', nearest: [] };
    }
  }

  /** Loads the days again, so that the calendar does not offer the slot just booked. */
  function refreshDays(starts: readonly string[]): void {
    const calendar = options.availability;
    for (const start of starts) calendar?.invalidate(localDateAt(calendar.state.timeZone, readInstant(start) ?? now()));
  }

  return {
    nameOf(state) {
      if (state.status === 'submitting') return `submitting ${state.attempt.key}`;
      if (state.status === 'authenticating') return `authenticating ${state.way}`;
      if (state.status === 'details' && state.taken?.searching) return `details, nearest to ${state.taken.slot.start}`;
      return state.status;
    },
    start(state, signal, send) {
      if (state.status === 'submitting') void book(state, signal).then(send);
      else if (state.status === 'details' && state.taken?.searching) void findNearest(state, signal).then(send);
      else if (state.status === 'authenticating') {
        if (state.way === 'guest') void signInAsGuest(state, signal).then(send);
        else awaitSession(signal, send);
      } else if (state.status === 'booked') {
        refreshDays(move ? [state.slot.start, move.session_datetime] : [state.slot.start]);
      }
    },
  };
}

/** An error thrown by the page's own hook becomes a `BookingError`, so that the visitor is not left waiting. */
function asBookingError(error: unknown): BookingError {
  if (isBookingError(error)) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new BookingError({ kind: 'server', request: 'booking', detail, cause: error });
}
