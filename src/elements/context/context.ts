import { createContext } from '@lit/context';
import type { Availability } from '../../core/availability/availability.ts';
import type { BookingFlow } from '../../core/flow/flow.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import type { CoachProfile } from './coach-profile.ts';
import type { Preferences } from './preferences.ts';
import type { VisitorClient } from './shared-client.ts';

/** What `<cb-booking>` hands down to the elements inside it. A leaf that stands alone gets none of it and takes properties. */
export interface BookingContext {
  readonly client: VisitorClient;
  readonly session: SignIn;
  readonly coachId: string;
  readonly durationMinutes: number;
  /** Openings of that coach for that duration. */
  readonly availability: Availability;
  readonly coach: CoachProfile;
  /** This widget's own: two widgets on a page never share where the visitor is. */
  readonly flow: BookingFlow;
  /** Zone and clock the visitor reads times in. */
  readonly preferences: Preferences;
  /** BCP 47 tag in force at the root. */
  readonly locale: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/**
 * The context in which `<cb-booking>` hands down a `BookingContext`: for elements of a page's own inside it. The key is a
 * registered symbol, so that two copies of the script on one page understand each other.
 *
 * @example
 * import { bookingContext } from '@culturebridge/booking/elements';
 * import { ContextConsumer } from '@lit/context';
 * import { LitElement } from 'lit';
 *
 * class SessionLength extends LitElement {
 *   private readonly booking = new ContextConsumer(this, { context: bookingContext, subscribe: true });
 *
 *   override render() {
 *     return this.booking.value && `${this.booking.value.durationMinutes} minutes`;
 *   }
 * }
 */
export const bookingContext = createContext<BookingContext>(Symbol.for('@culturebridge/booking/1'));
