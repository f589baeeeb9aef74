import { type CalendarEvent, compactTime, isoTime, isWholeDay } from './event.ts';

/** Some sites refuse addresses over 2 kB, and one emoji takes 12 characters of a link: the text is cut. */
const DETAILS_LIMIT = 1200;
const SHORT_LIMIT = 300;

/**
 * Opens Google Calendar with the event filled in.
 *
 * @example
 * const start = Date.parse('2025-11-18T14:00:00Z');
 * const event = { uid: booking.id, title: 'Session with Ana Keller', start, end: start + 60 * 60_000 };
 * anchor.href = googleLink(event);
 */
export function googleLink(event: CalendarEvent): string {
  return link('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: clip(event.title, SHORT_LIMIT),
    dates: `${compactTime(event.start)}/${compactTime(event.end)}`,
    details: clip(detailsOf(event), DETAILS_LIMIT),
    location: clip(event.location ?? '', SHORT_LIMIT),
  });
}

/**
 * Opens Outlook.com (personal accounts) with the event filled in.
 *
 * @example
 * const start = Date.parse('2025-11-18T14:00:00Z');
 * const event = { uid: booking.id, title: 'Session with Ana Keller', start, end: start + 60 * 60_000 };
 * anchor.href = outlookLink(event);
 */
export function outlookLink(event: CalendarEvent): string {
  return microsoftLink('https://outlook.live.com', event);
}

/**
 * Opens Outlook of Microsoft 365 (work and school accounts) with the event filled in.
 *
 * @example
 * const start = Date.parse('2025-11-18T14:00:00Z');
 * const event = { uid: booking.id, title: 'Session with Ana Keller', start, end: start + 60 * 60_000 };
 * anchor.href = office365Link(event);
 */
export function office365Link(event: CalendarEvent): string {
  return microsoftLink('https://outlook.office.com', event);
}

/**
 * Opens Yahoo Calendar with the event filled in.
 *
 * @example
 * const start = Date.parse('2025-11-18T14:00:00Z');
 * const event = { uid: booking.id, title: 'Session with Ana Keller', start, end: start + 60 * 60_000 };
 * anchor.href = yahooLink(event);
 */
export function yahooLink(event: CalendarEvent): string {
  return link('https://calendar.yahoo.com/', {
    v: '60',
    title: clip(event.title, SHORT_LIMIT),
    st: compactTime(event.start),
    // With both `dur=allday` and `et`, Yahoo makes an event without a length.
    ...(isWholeDay(event) ? { dur: 'allday' } : { et: compactTime(event.end) }),
    desc: clip(detailsOf(event), DETAILS_LIMIT),
    in_loc: clip(event.location ?? '', SHORT_LIMIT),
  });
}

function microsoftLink(origin: string, event: CalendarEvent): string {
  // Outlook reads a time without an offset in the mailbox's zone, which moves the event: the Z prevents that.
  return link(`${origin}/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: clip(event.title, SHORT_LIMIT),
    startdt: isoTime(event.start),
    enddt: isoTime(event.end),
    allday: String(isWholeDay(event)),
    body: clip(detailsOf(event), DETAILS_LIMIT),
    location: clip(event.location ?? '', SHORT_LIMIT),
  });
}

function detailsOf({ description, url }: CalendarEvent): string {
  return [description, url && !description?.includes(url) && url].filter(Boolean).join('\n\n');
}

function link(base: string, parameters: Record<string, string>): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    // Not URLSearchParams: it writes a space as +, and Outlook shows the plus.
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base}?${query.join('&')}`;
}

/** Cuts between characters, so that the encoded text takes at most `limit` characters of a link. */
function clip(text: string, limit: number): string {
  // encodeURIComponent throws on half a surrogate pair.
  const whole = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  if (encodeURIComponent(whole).length <= limit) return whole;
  let kept = '';
  let length = encodeURIComponent('…').length;
  for (const character of whole) {
    length += encodeURIComponent(character).length;
    if (length > limit) break;
    kept += character;
  }
  return `${kept}…`;
}
