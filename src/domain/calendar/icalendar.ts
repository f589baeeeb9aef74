import { contentLine, escapeText } from './content-line.ts';
import type { CalendarEvent, EventPerson } from './event.ts';
import { calendarFile, eventComponent, personLine } from './event-component.ts';

/** The request to the reading calendar (RFC 5546): show the event, invite to it, or remove it. */
type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

interface ICalendarOptions {
  /** @default 'PUBLISH' */
  readonly method?: CalendarMethod;
  /** Epoch milliseconds: the time of writing (DTSTAMP). */
  readonly now: number;
}

/**
 * An iCalendar file (RFC 5545) of one event or several, in UTC instants so that no reader needs our zones.
 * @returns text with CRLF line ends, to be sent as UTF-8 `text/calendar`
 *
 * @example
 * const start = Date.parse('2025-11-18T14:00:00Z');
 * const event = { uid: booking.id, title: 'Session with Ana Keller', start, end: start + 60 * 60_000 };
 * const file = new File([toICalendar(event, { now: Date.now() })], 'session.ics', { type: 'text/calendar' });
 */
export function toICalendar(events: CalendarEvent | readonly CalendarEvent[], options: ICalendarOptions): string {
  const method = options.method ?? 'PUBLISH';
  const list: readonly CalendarEvent[] = 'uid' in events ? [events] : events;
  return calendarFile([contentLine('METHOD', method), ...list.map((event) => component(event, method, options.now))]);
}

interface FeedOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The name of the calendar for subscribers. */
  readonly name: string;
  /** How often readers are asked to load the feed again. */
  readonly refreshMinutes?: number;
}

/** A subscription feed: all events, and cancelled ones too, so that readers that have them remove them. */
export function toFeed(events: readonly CalendarEvent[], options: FeedOptions): string {
  const refresh = `PT${options.refreshMinutes ?? 30}M`;
  const name = escapeText(options.name);
  return calendarFile([
    contentLine('METHOD', 'PUBLISH'),
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', refresh),
    contentLine('X-PUBLISHED-TTL', refresh),
    ...(events.length > 0 ? events.map((event) => component(event, 'PUBLISH', options.now)) : [EMPTY]),
  ]);
}

/** A calendar must hold a component (RFC 5545 3.6); an empty feed holds this one. */
const EMPTY = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

function component(event: CalendarEvent, method: CalendarMethod, now: number): string {
  // RFC 5546 3.2.1: a published event names no attendees.
  const attendees = method === 'PUBLISH' ? [] : (event.attendees ?? []);
  return eventComponent(event, now, {
    cancelled: method === 'CANCEL',
    people: attendees.map((attendee) => personLine('ATTENDEE', attendee, role(attendee))),
  });
}

function role(attendee: EventPerson): string {
  const answer = attendee.accepted ? 'PARTSTAT=ACCEPTED' : 'PARTSTAT=NEEDS-ACTION;RSVP=TRUE';
  return `;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}`;
}
