import type { CalendarProvider } from '../../contract/calendar.ts';
import { type Instant, readInstant, type TimeZone } from '../../contract/values.ts';
import type { ConnectPhase } from '../../core/calendar-connect/phase.ts';
import type { BookingError } from '../../core/errors.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { formatDay, formatTime } from '../../domain/time/format.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { createPreferences } from '../context/preferences.ts';
import type { CalendarConnectMessages } from '../i18n/calendar-connect.ts';
import { refusalText } from '../words/refusal-text.ts';

/** The text of a problem: that of the kind of failure, else that of the error's code. */
export function problemWords(problem: BookingError, t: CalendarConnectMessages, locale: string): string {
  return t.problems[problem.kind] ?? refusalText(problem, locale);
}

/** The text about a failed connection; '' without a failure. */
export function failureWords(
  phase: ConnectPhase | undefined,
  provider: CalendarProvider,
  redirectUri: string,
  t: CalendarConnectMessages,
  locale: string,
): string {
  if (phase?.kind !== 'failed') return '';
  const { why, problem } = phase;
  if (why === 'refused' && problem) {
    if (problem.code === 'redirect_uri_not_allowed') return t.redirectNotAllowed(redirectUri);
    // The provider's own refusal of a code or a request means nothing to people.
    if (problem.code !== 'invalid_grant' && problem.code !== 'calendar_failed' && problem.kind !== 'invalid')
      return problemWords(problem, t, locale);
  }
  return t.failure[why](t.provider[provider]);
}

/** A recent instant in words: "5 November, 11:32". */
export function momentWords(moment: Instant, locale: string, zone: TimeZone): string {
  const at = readInstant(moment) ?? 0;
  const { timeZone, hour12 } = createPreferences(locale, zone).state;
  const day = formatDay(localDateAt(timeZone, at), { locale, day: 'numeric', month: 'long' });
  return dayAndTime(day, formatTime(at, { locale, timeZone, hour12 }), locale);
}
