import * as z from 'zod/mini';
import { languageTag } from '../language-tag.ts';
import { oneLine, pageAddress } from './texts.ts';

/** Minutes before a session at which people are reminded while the coach has chosen nothing: a day, and an hour. */
const USUAL_REMINDERS: readonly number[] = [1440, 60];

/** The most reminders of a session. */
const REMINDERS_MAX = 5;

const address = pageAddress('https://example.com/book');

/** The fewest days after a session that a coach may choose for erasing what names its client. */
export const ERASE_AFTER_LEAST = 1;
/** The most days after a session that a coach may choose for erasing what names its client. */
export const ERASE_AFTER_MOST = 3650;

/** The most characters of the words beside a coach's consent box. */
export const CONSENT_MAX = 500;

/** How a coach's clients, and the coach, are written to. */
export const messageSettings = z.object({
  /** Minutes before the start at which both are reminded, each from 5 minutes to 30 days; none when empty. */
  reminder_minutes: z
    .array(z.int().check(z.minimum(5), z.maximum(43_200)))
    .check(z.maxLength(REMINDERS_MAX, { error: `must have at most ${REMINDERS_MAX} entries` })),
  /** Hours after the end at which a client who agreed to `consent_text` is written to once the session is completed; null: never. */
  follow_up_hours: z.nullable(z.int().check(z.minimum(0), z.maximum(720))),
  /** What that mail says, in the coach's own words. */
  follow_up_text: z.nullable(z.string().check(z.maxLength(1000))),
  /** A line at the end of every mail to clients. */
  own_line: z.nullable(oneLine(300)),
  /** The colour of buttons and of the line at the top: `#0a5c7a`. */
  color: z.nullable(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour such as #0a5c7a' }))),
  logo_url: z.nullable(address),
  /** The page with the coach's `<cb-booking>`: links in mails lead there, with `?cb-booking=…`. */
  page_url: z.nullable(address),
  /** The language of mails to the coach, a BCP 47 tag. */
  language: z.nullable(languageTag),
  /** The coach's privacy notice: a link under the booking form. Left out of a change, this and the fields below stay. */
  privacy_url: z.optional(z.nullable(address)),
  /** What clients may agree to with a box in the booking form. Without it, or without their consent, they get no follow-up. */
  consent_text: z.optional(
    z.nullable(
      z
        .string()
        .check(
          z.trim(),
          z.minLength(1, { error: 'must not be empty' }),
          z.maxLength(CONSENT_MAX, { error: `must be at most ${CONSENT_MAX} characters` }),
        ),
    ),
  ),
  /** Days after the end of a session at which what names its client is erased; null: never, unless the server has a period. */
  erase_after_days: z.optional(z.nullable(z.int().check(z.minimum(ERASE_AFTER_LEAST), z.maximum(ERASE_AFTER_MOST)))),
});
/** How a coach's clients, and the coach, are written to. */
export type MessageSettings = z.output<typeof messageSettings>;

/** The settings of a coach who has chosen none. */
export const usualMessageSettings: MessageSettings = {
  reminder_minutes: [...USUAL_REMINDERS],
  follow_up_hours: null,
  follow_up_text: null,
  own_line: null,
  color: null,
  logo_url: null,
  page_url: null,
  language: null,
  privacy_url: null,
  consent_text: null,
  erase_after_days: null,
};
