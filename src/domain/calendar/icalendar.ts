import { contentLine, escapeText, quoteParameter } from './content-line.ts';
import { type CalendarEvent, compactTime, type EventPerson, isWholeDay } from './event.ts';
import { mailto, webAddress } from './web-address.ts';

/** What the file asks of the calendar that reads it (RFC 5546): to show, to invite, to take away. */
type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

interface ICalendarOptions {
  /** `PUBLISH` unless told. */
  readonly method?: CalendarMethod;
  /** Epoch milliseconds: when this file is made (DTSTAMP). */
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
  return calendar([contentLine('METHOD', method), ...list.map((event) => component(event, method, options.now))]);
}

interface FeedOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the subscriber's calendar is called. */
  readonly name: string;
  /** How often readers are asked to look again. */
  readonly refreshMinutes?: number;
}

/** A subscription feed: all events, also the cancelled ones, so that a reader that knows them takes them away. */
export function toFeed(events: readonly CalendarEvent[], options: FeedOptions): string {
  const refresh = `PT${options.refreshMinutes ?? 30}M`;
  const name = escapeText(options.name);
  return calendar([
    contentLine('METHOD', 'PUBLISH'),
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', refresh),
    contentLine('X-PUBLISHED-TTL', refresh),
    ...(events.length > 0 ? events.map((event) => component(event, 'PUBLISH', options.now)) : [EMPTY]),
  ]);
}

function calendar(parts: readonly string[]): string {
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CultureBridge//Booking//EN\r\nCALSCALE:GREGORIAN\r\n';
  return `${head}${parts.join('')}END:VCALENDAR\r\n`;
}

/** A calendar must hold a component (RFC 5545 3.6); one with nothing to say holds this one. */
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
  const cancelled = method === 'CANCEL' || event.status === 'cancelled';
  const date = isWholeDay(event) ? ';VALUE=DATE' : '';
  const url = webAddress(event.url?.replace(/\p{Cc}/gu, ''));
  const lines = [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', escapeText(event.uid)),
    contentLine('DTSTAMP', compactTime(now)),
    contentLine('SEQUENCE', String(event.sequence ?? 0)),
    contentLine(`DTSTART${date}`, compactTime(event.start)),
    contentLine(`DTEND${date}`, compactTime(event.end)),
    contentLine('SUMMARY', escapeText(event.title)),
    contentLine('STATUS', cancelled ? 'CANCELLED' : (event.status ?? 'confirmed').toUpperCase()),
  ];
  if (event.updated !== undefined) lines.push(contentLine('LAST-MODIFIED', compactTime(event.updated)));
  if (event.description) lines.push(contentLine('DESCRIPTION', escapeText(event.description)));
  if (event.location) lines.push(contentLine('LOCATION', escapeText(event.location)));
  if (url) lines.push(contentLine('URL', url));
  if (event.organizer) lines.push(person('ORGANIZER', event.organizer, ''));
  // RFC 5546 3.2.1: what is only published names no attendees.
  if (method !== 'PUBLISH')
    for (const attendee of event.attendees ?? []) lines.push(person('ATTENDEE', attendee, role(attendee)));
  if (!cancelled) for (const minutes of event.reminders ?? []) lines.push(alarm(minutes, event.title));
  lines.push(contentLine('END', 'VEVENT'));
  return lines.join('');
}

function role(attendee: EventPerson): string {
  const answer = attendee.accepted ? 'PARTSTAT=ACCEPTED' : 'PARTSTAT=NEEDS-ACTION;RSVP=TRUE';
  return `;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}`;
}

function person(property: string, { name, email }: EventPerson, parameters: string): string {
  const address = mailto(email);
  if (!address) return '';
  return contentLine(`${property}${name ? `;CN=${quoteParameter(name)}` : ''}${parameters}`, address);
}

function alarm(minutes: number, title: string): string {
  return [
    contentLine('BEGIN', 'VALARM'),
    contentLine('ACTION', 'DISPLAY'),
    contentLine('DESCRIPTION', escapeText(title)),
    contentLine('TRIGGER', `-PT${minutes}M`),
    contentLine('END', 'VALARM'),
  ].join('');
}
