import type { CalendarConnection, CalendarProvider } from '../../contract/calendar.ts';
import type { Price } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import type { NewJob } from '../jobs/job-store.ts';
import type { BookingRecord } from '../ports.ts';
import type { FreeBusyOptions } from './free-busy.ts';

/** A change of a booking. A slot that is only held for payment makes none; `created` comes once it is paid or taken. */
export interface BookingChange {
  readonly kind: 'created' | 'confirmed' | 'completed' | 'moved' | 'cancelled';
  readonly booking: BookingRecord;
  /** The booking before the change; absent for a new one. */
  readonly before?: BookingRecord;
  /** Who made the change; absent when a time was over, or the payment provider caused it. */
  readonly by?: 'client' | 'coach';
  /** The client's refund for a cancelled session, in the currency's minor unit; absent when nothing was paid. */
  readonly refund?: Price;
}

/**
 * The server's port to connected calendars. Every method may throw a `ProblemError` of its row in the contract;
 * `calendar_not_configured` when the server has no credentials for the provider.
 */
export interface CalendarIntegrations {
  authUrl(call: {
    readonly userId: string;
    readonly provider: CalendarProvider;
    readonly redirectUri: string;
  }): Promise<{ readonly auth_url: string; readonly state: string }>;
  exchange(call: {
    readonly userId: string;
    readonly provider: CalendarProvider;
    readonly redirectUri: string;
    readonly code: string;
    readonly state: string;
  }): Promise<{
    readonly access_token: string;
    readonly refresh_token?: string | null;
    readonly expires_in: number;
    readonly token_type: string;
  }>;
  /** The caller's right to see the booking was checked before. */
  syncBooking(call: {
    readonly userId: string;
    readonly provider: CalendarProvider;
    readonly booking: BookingRecord;
    readonly accessToken?: string;
    readonly timeZone: string;
  }): Promise<{ readonly event_id: string; readonly meeting_link?: string | null; readonly status: string }>;
  connections(userId: string): Promise<readonly CalendarConnection[]>;
  disconnect(userId: string, provider: CalendarProvider): Promise<void>;
  /** Disconnects all calendars of somebody who leaves, and erases what is kept of them, feeds included. */
  forget?(userId: string): Promise<void>;
  /**
   * The user's busy times elsewhere. A provider that cannot be reached does not make it fail: its last known times count, and
   * `connections` reports the error. Rejects when the store fails. `fresh` asks the provider instead of the cache: used
   * when a session is booked.
   */
  freeBusy(userId: string, range: Interval, options?: FreeBusyOptions): Promise<readonly Interval[]>;
  /**
   * The jobs that tell the calendars of a change; the server writes them in the transaction that changes the booking. Without it,
   * `onBookingChanged` is called instead.
   */
  jobsFor?(change: BookingChange): readonly NewJob[];
  /** Called after a booking was confirmed, moved or cancelled when there is no `jobsFor`; the server does not wait for it. */
  onBookingChanged(change: BookingChange): Promise<void>;
  /** The secret of the user's private feed, made on first use. */
  feedSecret(userId: string): Promise<string>;
  /** Makes a new secret; the old one stops working at once. */
  resetFeedSecret(userId: string): Promise<string>;
  /** The iCalendar text of the feed with this secret; undefined when there is none. */
  feed(secret: string): Promise<string | undefined>;
}
