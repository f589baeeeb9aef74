import type { Booking } from '../contract/booking.ts';
import type { Coach } from '../contract/coach.ts';
import { toICalendar } from '../domain/calendar/icalendar.ts';
import { googleLink } from '../domain/calendar/links.ts';
import { calendarEventOf } from '../elements/add-to-calendar/booking-calendar-event.ts';
import { calendarEnglish } from '../elements/i18n/calendar.ts';
import { confirmationEnglish } from '../elements/i18n/confirmation.ts';
import { messagesFor } from '../elements/i18n/locales.ts';
import { escapeText } from './escape-text.ts';

/** Links to the calendar entry in place of the menu, which needs a script. */
export function calendarLinks(booking: Booking, coach: Coach | undefined, locale: string, now: number): string {
  const texts = messagesFor('calendar', calendarEnglish, locale);
  const words = messagesFor('confirmation', confirmationEnglish, locale);
  const name = coach?.name || booking.coach?.name || '';
  const event = calendarEventOf(
    booking,
    words.session(booking.duration_minutes, name),
    coach,
    words.manageLink,
    locale,
  );
  const file = `data:text/calendar;charset=utf-8,${encodeURIComponent(toICalendar(event, { now }))}`;
  return `<a class="secondary" href="${escapeText(file)}" download="session.ics">${escapeText(texts.file)}</a>
<a class="secondary" href="${escapeText(googleLink(event))}" target="_blank" rel="noopener noreferrer">${escapeText(texts.google)}<span class="visually-hidden"> (${escapeText(texts.newTab)})</span></a>`;
}
