import type { LocalDate } from '../../contract/values.ts';

/** Someone named in an event. An address that is not an e-mail address is left out of the file. */
export interface EventPerson {
  readonly name?: string;
  readonly email: string;
  /** True when the person has said yes already: the one who booked. */
  readonly accepted?: boolean;
}

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';

interface EventDetails {
  /** The same over the event's whole life: calendars find the event again by it (RFC 5545 UID). */
  readonly uid: string;
  readonly title: string;
  /** Plain text; line breaks are kept. */
  readonly description?: string;
  readonly location?: string;
  /** An absolute http(s) address; anything else is left out. */
  readonly url?: string;
  readonly organizer?: EventPerson;
  readonly attendees?: readonly EventPerson[];
  readonly status?: EventStatus;
  /** Rises with every move and with the cancellation (RFC 5545 SEQUENCE). */
  readonly sequence?: number;
  /** Minutes before the start: `[1440, 30]` is a day and half an hour before. */
  readonly reminders?: readonly number[];
  /** Epoch milliseconds of the last change. */
  readonly updated?: number;
}

/** An event between two moments: epoch milliseconds, the end not included. */
interface TimedEvent extends EventDetails {
  readonly start: number;
  readonly end: number;
}

/** An event of whole days, wherever one is: `start` its first day, `end` the day after its last. */
interface WholeDayEvent extends EventDetails {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** What goes into a calendar, whichever calendar it is. */
export type CalendarEvent = TimedEvent | WholeDayEvent;

/** True when the event is about days, not moments. */
export function isWholeDay(event: CalendarEvent): event is WholeDayEvent {
  return typeof event.start === 'string';
}

/** A day as it is, a moment in UTC to the second: `2025-11-15`, `2025-11-15T14:00:00Z`. Without zod, unlike `writeInstant`. */
export function isoTime(time: number | LocalDate): string {
  return typeof time === 'string' ? time : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/**
 * A day or a moment in the compact form of RFC 5545 DATE and DATE-TIME in UTC: `20251115`, `20251115T140000Z`.
 * UTC rather than a zone's wall time, so that no reader needs a time-zone table to agree with us.
 */
export function compactTime(time: number | LocalDate): string {
  return isoTime(time).replace(/[-:]/g, '');
}
