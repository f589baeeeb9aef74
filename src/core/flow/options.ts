import type { Slot } from '../../contract/availability.ts';
import type { Booking } from '../../contract/booking.ts';
import type { flowEndpoints } from '../../contract/endpoints.ts';
import type { Availability } from '../availability/availability.ts';
import type { AvailabilityClient } from '../availability/availability-cache.ts';
import type { Calls } from '../client/call.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { BookingIntent } from './intent.ts';
import type { Draft } from './state.ts';

/** The calls a flow needs; `moveBooking` only when it moves a booking. */
export type FlowClient = Omit<AvailabilityClient, 'supports'> &
  Pick<Calls<typeof flowEndpoints>, 'createBooking'> &
  Partial<Pick<Calls<typeof flowEndpoints>, 'moveBooking'>> & {
    readonly signIn: SignIn;
    supports(name: 'getNextAvailability' | 'guestLogIn'): boolean;
  };

/** The values that a page's `beforeBook` may add to a booking that is about to be sent. */
export interface BeforeBookReply {
  /** The result of a captcha or a proof of work, which shows the server that a person is booking. Valid for one try. */
  readonly visitorToken?: string | undefined;
}

/** Options of a booking flow. */
export interface FlowOptions {
  readonly client: FlowClient;
  readonly coachId: string;
  /** Loaded again when a slot was taken, and after booking. Left out: the flow makes its own. */
  readonly availability?: Availability | undefined;
  /** Values of the form that are already known, such as the visitor's name. */
  readonly draft?: Partial<Draft> | undefined;
  /** Starts in `details` with this slot. */
  readonly slot?: Slot | undefined;
  /** Moves this booking instead of making one. */
  readonly move?: Booking | undefined;
  /** Page parameters stored with the booking, read when it is first sent; those beyond the contract's limits are left out. */
  readonly metadata?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>) | undefined;
  /** False: a visitor has to sign in even where the backend allows guests. @default true */
  readonly guest?: boolean | undefined;
  /**
   * Called once for each intent before it is sent; `false`, or a promise of it, stops and returns to the details. May give a
   * `BeforeBookReply`; after a failed try with a `visitorToken` it is called again, because a token is valid once.
   */
  readonly beforeBook?: ((intent: BookingIntent, signal: AbortSignal) => unknown) | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}
