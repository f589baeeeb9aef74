import type { LocalDate } from '../../contract/values.ts';

/** A person named in an event. An invalid e-mail address is left out of the file. */
export interface EventPerson {
  readonly name?: string;
  readonly email: string;
  /** True when the person has accepted already: the client who booked. */
  readonly accepted?: boolean;
}

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';

interface EventDetails {
  /** Never changes: calendars find the event again by it (RFC 5545 UID). */
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
  /** Incremented by every move and by the cancellation (RFC 5545 SEQUENCE). */
  readonly sequence?: number;
  /** Minutes before the start: `[1440, 30]` is a day and half an hour before. */
  readonly reminders?: readonly number[];
  /** Epoch milliseconds of the last change. */
  readonly updated?: number;
}

/** An event between two instants: epoch milliseconds, the end not included. */
interface TimedEvent extends EventDetails {
  readonly start: number;
  readonly end: number;
}

/** An event of whole days in any zone: `start` is its first day, `end` the day after its last. */
interface WholeDayEvent extends EventDetails {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** An event for any calendar. */
export type CalendarEvent = TimedEvent | WholeDayEvent;

/** True when the event is of whole days. */
export function isWholeDay(event: CalendarEvent): event is WholeDayEvent {
  return typeof event.start === 'string';
}

/** A day unchanged, an instant in UTC to the second: `2025-11-15`, `2025-11-15T14:00:00Z`. Without zod, unlike `writeInstant`. */
export function isoTime(time: number | LocalDate): string {
  return typeof time === 'string' ? time : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/**
 * A day or an instant in the compact form of RFC 5545 DATE and DATE-TIME in UTC: `20251115`, `20251115T140000Z`.
 * UTC instead of a zone's wall time, so that readers need no time-zone table.
 */
export function compactTime(time: number | LocalDate): string {
  return isoTime(time).replace(/[-:]/g, '');
}
