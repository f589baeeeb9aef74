import type { CalendarProvider } from '../../contract/calendar.ts';
import type { MailLanguage } from '../messages/mail-languages.ts';

/** One line of the calendars' log. It contains our own words and the provider's codes, never tokens, bodies or titles. */
export interface CalendarLogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly provider?: CalendarProvider;
  readonly userId?: string;
  readonly bookingId?: string;
}

/** Takes one line of the calendars' log. */
export type CalendarLog = (entry: CalendarLogEntry) => void;

/** Runs `run` after a delay; tests pass one that does not wait. */
export type Schedule = (delayMs: number, run: () => void) => void;

/** The machine's own timers; a pending retry does not keep the process alive. */
export const machineSchedule: Schedule = (delayMs, run) => {
  const timer: unknown = setTimeout(run, delayMs);
  // A number in browsers, an object in Node.
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
    timer.unref();
};

/** A person as named in a calendar event. */
export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  /** IANA zone; UTC is used when it is not known. */
  readonly timeZone: string | null;
  /** The language of mails to this person, in which their calendars are written too. */
  readonly language: MailLanguage;
}
