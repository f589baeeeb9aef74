import { createContext } from '@lit/context';
import type { Availability } from '../../core/availability/availability.ts';
import type { BookingFlow } from '../../core/flow/flow.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import type { CoachProfile } from './coach-profile.ts';
import type { Preferences } from './preferences.ts';
import type { VisitorClient } from './shared-client.ts';

/** The values that `<cb-booking>` provides to the elements inside it. An element outside it uses its own properties. */
export interface BookingContext {
  readonly client: VisitorClient;
  readonly signIn: SignIn;
  /** @deprecated The name in 0.1: use `signIn`. */
  readonly session: SignIn;
  readonly coachId: string;
  readonly durationMinutes: number;
  /** The slots of that coach for that duration. */
  readonly availability: Availability;
  readonly coach: CoachProfile;
  /** The flow of this widget: two widgets on a page never share a flow. */
  readonly flow: BookingFlow;
  /** Zone and clock the visitor reads times in. */
  readonly preferences: Preferences;
  /** The root's BCP 47 language tag. */
  readonly locale: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/**
 * The context by which `<cb-booking>` provides a `BookingContext`, for a page's own elements inside it. The key is a
 * registered symbol, so that it works across two copies of the script on one page.
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
