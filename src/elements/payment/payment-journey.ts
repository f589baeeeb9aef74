import type { Booking } from '../../contract/booking.ts';
import { oneBookingEndpoints } from '../../contract/endpoints/one-booking.ts';
import { paymentEndpoints } from '../../contract/endpoints/payments.ts';
import { readInstant } from '../../contract/values.ts';
import { BookingError, type BookingErrorKind, isBookingError } from '../../core/errors.ts';
import { createStore, type Store } from '../../core/store.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { type PaymentReturn, returnAddress } from './payment-return.ts';

/** The state of paying for a booking. */
export type PaymentState =
  | { readonly status: 'loading' }
  /** The booking could not be read. */
  | { readonly status: 'unknown'; readonly problem: BookingError }
  /** Unpaid. `isBack`: the visitor came back from the checkout without paying. */
  | {
      readonly status: 'due';
      readonly booking: Booking;
      readonly isBack: boolean;
      readonly isOpening: boolean;
      readonly problem?: BookingError;
    }
  /** Paid according to the address, but not yet confirmed by the server. `isLate`: not confirmed after a minute. */
  | { readonly status: 'processing'; readonly booking: Booking; readonly isLate: boolean }
  | { readonly status: 'paid'; readonly booking: Booking }
  | { readonly status: 'expired'; readonly booking: Booking }
  /** Cancelled or declined after it was paid. */
  | { readonly status: 'cancelled'; readonly booking: Booking }
  /** The payment arrived after the slot was given away, and is refunded. */
  | { readonly status: 'returned'; readonly booking: Booking };

/** The payment of one booking: its state and actions. */
export interface PaymentJourney extends Store<PaymentState> {
  /** Opens the checkout; the page goes there. */
  pay(): Promise<void>;
  holdLonger(): Promise<void>;
  /** Releases the held slot. */
  release(): Promise<void>;
  /** Reads the booking again. */
  look(): void;
  dispose(): void;
}

interface PaymentJourneyOptions {
  readonly client: VisitorClient;
  /** The booking to pay; absent when only its link is known. */
  readonly booking: Booking | undefined;
  /** The signed link that opens the booking. */
  readonly link: string;
  readonly how: PaymentReturn | undefined;
  /** The booking's id from the page's address; empty when it has none. */
  readonly bookingId: string;
  readonly now: () => number;
  /** @default goes to the address */
  readonly goTo?: (url: string) => void;
}

/** Refusals of a caller who may not read the booking. */
const REFUSED: readonly BookingErrorKind[] = ['forbidden', 'not-found', 'unauthenticated'];

/** The waits between checks of the payment, in milliseconds: about a minute in all. */
const LOOKS_MS = [1000, 1500, 2000, 3000, 5000, 8000, 13_000, 21_000];

/** Starts the payment of a booking, or reads its result. */
export function startPayment(options: PaymentJourneyOptions): PaymentJourney {
  const { now, how, goTo = (url) => globalThis.location.assign(url) } = options;
  const client = options.client.with({ ...oneBookingEndpoints, ...paymentEndpoints });
  const store = createStore<PaymentState>({ status: 'loading' });
  const abort = new AbortController();
  const { signal } = abort;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let bookingId = options.booking?.id || options.bookingId || undefined;

  const asProblem = (error: unknown): BookingError => {
    if (isBookingError(error)) return error;
    throw error;
  };

  /** The state that follows from a booking alone. */
  const standing = (booking: Booking): PaymentState => {
    const { payment, hold_expires_at: until } = booking;
    const isPaid = payment?.status === 'succeeded' || payment?.status === 'refunded';
    if (booking.status === 'cancelled') {
      if (!isPaid) return { status: 'expired', booking };
      return { status: payment.refund?.reason === 'late' ? 'returned' : 'cancelled', booking };
    }
    if (isPaid || !until) return { status: 'paid', booking };
    if (how === 'paid') return { status: 'processing', booking, isLate: false };
    if ((readInstant(until) ?? 0) <= now()) return { status: 'expired', booking };
    return { status: 'due', booking, isBack: how === 'unpaid', isOpening: false };
  };

  async function read(): Promise<Booking> {
    const { signIn } = client;
    const ask = (id: string) => client.getBooking({ params: { booking_id: id } }, { signal });
    if (signIn.state.status === 'signed-in' && bookingId !== undefined) {
      try {
        return await ask(bookingId);
      } catch (error) {
        // Somebody else is signed in: the link opens the booking.
        if (!options.link || !isBookingError(error) || !REFUSED.includes(error.kind)) throw error;
      }
    }
    if (options.link) await signIn.openLink(options.link);
    bookingId = (signIn.state.status === 'signed-in' ? signIn.state.bookingId : undefined) ?? bookingId;
    if (bookingId === undefined) throw new TypeError('This link opens no booking');
    return ask(bookingId);
  }

  async function look(count: number): Promise<void> {
    clearTimeout(timer);
    try {
      let booking = await read();
      const paymentId = booking.payment_id;
      if (how === 'paid' && booking.hold_expires_at && paymentId) {
        // Makes the server ask the provider, in case a webhook was lost.
        await client.getPayment({ params: { payment_id: paymentId } }, { signal }).catch(asProblem);
        booking = await read();
      }
      if (signal.aborted) return;
      const state = standing(booking);
      const wait = LOOKS_MS[count];
      store.set(state.status === 'processing' ? { ...state, isLate: wait === undefined } : state);
      if (state.status === 'processing' && wait !== undefined) timer = setTimeout(() => void look(count + 1), wait);
    } catch (error) {
      if (signal.aborted) return;
      const problem = isBookingError(error)
        ? error
        : new BookingError({ kind: 'unreadable', request: 'GET /booking', detail: String(error) });
      const { state } = store;
      const wait = LOOKS_MS[count];
      // A failed check says nothing about the payment: check again.
      if (state.status === 'processing' && wait !== undefined) timer = setTimeout(() => void look(count + 1), wait);
      else store.set({ status: 'unknown', problem });
    }
  }

  const due = () => (store.state.status === 'due' ? store.state : undefined);

  if (options.booking && how === undefined) store.set(standing(options.booking));
  else void look(0);

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    async pay() {
      const state = due();
      if (!state || state.isOpening) return;
      const { booking } = state;
      const link = options.link || booking.link || '';
      store.set({ ...state, isOpening: true });
      try {
        const body = {
          booking_id: booking.id,
          success_url: returnAddress(link, 'paid', booking.id),
          cancel_url: returnAddress(link, 'unpaid', booking.id),
        };
        const { url } = await client.createCheckout({ body }, { signal });
        goTo(url);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code === 'hold_ended') store.set({ status: 'expired', booking });
        else if (problem.code === 'payment_exists') void look(0);
        else store.set({ ...state, isOpening: false, problem });
      }
    },
    async holdLonger() {
      const state = due();
      if (!state) return;
      try {
        const renewed = await client.renewHold({ params: { booking_id: state.booking.id } }, { signal });
        const { hold_expires_at } = renewed;
        store.set({ ...state, booking: { ...state.booking, hold_expires_at } });
      } catch (error) {
        const problem = asProblem(error);
        store.set(
          problem.code === 'hold_ended' ? { status: 'expired', booking: state.booking } : { ...state, problem },
        );
      }
    },
    async release() {
      const state = due();
      // A hold that cannot be released ends later by itself.
      if (state) await client.cancelBooking({ params: { booking_id: state.booking.id }, query: {} }).catch(asProblem);
    },
    look: () => void look(0),
    dispose() {
      abort.abort();
      clearTimeout(timer);
    },
  };
}
