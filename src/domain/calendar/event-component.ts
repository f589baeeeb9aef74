import { contentLine, escapeText, quoteParameter } from './content-line.ts';
import { type CalendarEvent, compactTime, type EventPerson, isWholeDay } from './event.ts';
import { mailto, webAddress } from './web-address.ts';

/** A calendar (RFC 5545 3.4) of lines and components. */
export function calendarFile(parts: readonly string[]): string {
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CultureBridge//Booking//EN\r\nCALSCALE:GREGORIAN\r\n';
  return `${head}${parts.join('')}END:VCALENDAR\r\n`;
}

/** A file with one published event, without invitations. `now`: the time of writing, epoch ms. */
export const publishedEvent = (event: CalendarEvent, now: number): string =>
  calendarFile([contentLine('METHOD', 'PUBLISH'), eventComponent(event, now)]);

interface ComponentOptions {
  /** Writes the event as cancelled, whatever its own status. */
  readonly cancelled?: boolean;
  /** The lines of invited people. */
  readonly people?: readonly string[];
}

/** One event as a component of a calendar (RFC 5545 3.6.1), in UTC instants. `now`: when the file is made (DTSTAMP), epoch ms. */
export function eventComponent(event: CalendarEvent, now: number, options: ComponentOptions = {}): string {
  const cancelled = options.cancelled || event.status === 'cancelled';
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
  if (event.organizer) lines.push(personLine('ORGANIZER', event.organizer, ''));
  lines.push(...(options.people ?? []));
  if (!cancelled) for (const minutes of event.reminders ?? []) lines.push(alarm(minutes, event.title));
  lines.push(contentLine('END', 'VEVENT'));
  return lines.join('');
}

/** The line of a person; empty where the address is no e-mail address. */
export function personLine(property: string, { name, email }: EventPerson, parameters: string): string {
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
