import type { Interval } from '../../../domain/availability/interval.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';
import type { ProviderRequest } from './provider-http.ts';

/** A booked session as an event in one person's calendar. */
export interface SessionEvent extends Interval {
  /** The key of this booking in this person's calendar; it never changes. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** IANA zone the event is shown in. */
  readonly timeZone: string;
  /** The people whom the provider invites. */
  readonly invited: readonly { readonly email: string; readonly name: string | null }[];
  /**
   * `make`: this event creates and keeps the online meeting. `given`: the meeting is elsewhere, at this address. A booking has one
   * meeting, in any number of calendars.
   */
  readonly meeting: { readonly kind: 'make' } | { readonly kind: 'given'; readonly link: string | null };
  /** Incremented by every move. */
  readonly sequence: number;
}

export interface PlacedEvent {
  readonly eventId: string;
  readonly meetingLink: string | null;
}

/** The operations on a provider's calendar. Each may be repeated safely. */
export interface CalendarAdapter {
  /** Creates the event, or updates the existing one, also when its `eventId` is unknown because the answer was lost. */
  place(request: ProviderRequest, event: SessionEvent, eventId: string | undefined): Promise<PlacedEvent>;
  /** Removes the event; succeeds when it does not exist. */
  remove(request: ProviderRequest, key: string, eventId: string | undefined): Promise<void>;
  /** The busy times of the account in `range` (four weeks at most). */
  busy(request: ProviderRequest, range: Interval, account: string | null): Promise<readonly Interval[]>;
  /** The account's name for the user. */
  account(request: ProviderRequest): Promise<string | null>;
}

/** Minutes before the start at which calendars remind: a day, and half an hour. */
export const REMINDERS = [DAY_MINUTES, 30] as const;
