import type { Booking } from '../booking.ts';
import type { Problem } from '../problem.ts';
import type { Instant } from '../values.ts';

/** What a visitor sent with a form, as typed. */
export interface PostedFields {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
  /** E-mail addresses of others, as typed: parted by blanks, commas or semicolons. */
  readonly attendees: string;
  /** Answers by question id; `true` and `false` as texts. */
  readonly answers: Readonly<Record<string, string>>;
  readonly consent: number | undefined;
  readonly coachId: string;
  /** Start of the chosen time. */
  readonly start: Instant;
  /** Length of the session in minutes; 0 when the form names none. */
  readonly minutes: number;
  /** The `Idempotency-Key` of one intent to book: the same in each attempt. */
  readonly key: string;
  /** BCP 47 tag of the page that had the form. */
  readonly locale: string;
  /** The zone in which the page showed the times. */
  readonly timeZone: string;
}

/** A form that was sent, with a booking or a problem; with neither when the visitor chose another time and nothing is booked yet. */
export interface PostedBooking {
  readonly fields: PostedFields;
  /** The booking, once it is made. */
  readonly booking?: Booking | undefined;
  /** Why it was not made. */
  readonly problem?: Problem | undefined;
}

/** The media type by which a browser sends a form without a script. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

const ANSWER = 'answers.';

/** The form's hidden fields. */
export function hiddenFields(
  fields: Pick<PostedFields, 'coachId' | 'start' | 'minutes' | 'key' | 'locale' | 'timeZone'>,
): Readonly<Record<string, string>> {
  return {
    coach_id: fields.coachId,
    session_datetime: fields.start,
    duration_minutes: String(fields.minutes),
    idempotency_key: fields.key,
    locale: fields.locale,
    time_zone: fields.timeZone,
  };
}

/**
 * Reads a form as a browser sends it. Its fields have the names of the JSON body, answers `answers.<question id>`; `choose` is the start
 * of another time, chosen where the first one was taken. Line breaks are sent as CR LF (HTML, 4.10.22.5).
 */
export function readBookingForm(form: URLSearchParams): { readonly fields: PostedFields; readonly chooses: boolean } {
  const text = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n');
  const answers = [...form.keys()].filter((name) => name.startsWith(ANSWER) && text(name) !== '');
  const choice = text('choose');
  const consent = Number(text('consent') || Number.NaN);
  const minutes = Number(text('duration_minutes'));
  return {
    chooses: choice !== '',
    fields: {
      name: text('name').trim(),
      email: text('email').trim(),
      notes: text('notes'),
      attendees: text('attendees'),
      answers: Object.fromEntries(answers.map((name) => [name.slice(ANSWER.length), text(name)])),
      consent: Number.isInteger(consent) ? consent : undefined,
      coachId: text('coach_id'),
      start: choice || text('session_datetime'),
      minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : 0,
      key: text('idempotency_key'),
      locale: text('locale'),
      timeZone: text('time_zone'),
    },
  };
}

/** The addresses in a field of others who take part. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
