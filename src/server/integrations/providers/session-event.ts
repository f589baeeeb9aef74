import type { Interval } from '../../../domain/availability/interval.ts';
import type { ProviderRequest } from './provider-http.ts';

/** A booked session as it is put into one person's calendar. */
export interface SessionEvent extends Interval {
  /** Names this booking in this person's calendar; the same for ever. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** IANA zone the event is shown in. */
  readonly timeZone: string;
  /** Who is invited by the provider. */
  readonly invited: readonly { readonly email: string; readonly name: string | null }[];
  /**
   * `make`: this event gets the online meeting, and keeps it. `given`: the meeting is elsewhere, this is its address.
   * A booking has one meeting, however many calendars it is in.
   */
  readonly meeting: { readonly kind: 'make' } | { readonly kind: 'given'; readonly link: string | null };
  /** Rises with every move. */
  readonly sequence: number;
}

export interface PlacedEvent {
  readonly eventId: string;
  readonly meetingLink: string | null;
}

/** What every provider can do for us, whatever its wire format. All of it may be repeated without harm. */
export interface CalendarAdapter {
  /** Creates the event, or brings the existing one (also one whose `eventId` was never heard back) up to date. */
  place(request: ProviderRequest, event: SessionEvent, eventId: string | undefined): Promise<PlacedEvent>;
  /** Takes the event away; fine when it is gone already. */
  remove(request: ProviderRequest, key: string, eventId: string | undefined): Promise<void>;
  /** When the account is busy in `range` (31 days at most). */
  busy(request: ProviderRequest, range: Interval, account: string | null): Promise<readonly Interval[]>;
  /** What the user knows the account by. */
  account(request: ProviderRequest): Promise<string | null>;
}

/** Minutes before the start at which calendars remind: a day, and half an hour. */
export const REMINDERS = [1440, 30] as const;
