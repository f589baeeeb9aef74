import * as z from 'zod/mini';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:[Zz]|([+\- ])(\d\d):?(\d\d))?$/;

/** The first day in the contract: `Date.UTC` reads earlier years as years of the twentieth century. */
export const FIRST_DATE = '0100-01-01';

/** The last day in the contract: RFC 3339 writes years with four digits. */
export const LAST_DATE = '9999-12-31';

const FIRST_INSTANT_MS = Date.UTC(100, 0, 1);

/** The last instant in the contract, `9999-12-31T23:59:59Z`, in epoch ms. */
export const LAST_INSTANT_MS = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * Reads an RFC 3339 date-time as whole seconds since the epoch, in milliseconds; `undefined` when it is not one.
 * Lenient on purpose (some backends emit naive datetimes): no offset means UTC, fractions are cut off, and a space
 * stands for the `+` that an unescaped query string turns into a space. Instants are those of the years 0100 to 9999 in UTC.
 */
export function readInstant(text: string): number | undefined {
  const known = knownInstants.get(text);
  if (known !== undefined) return known;
  const instant = parseInstant(text);
  if (knownInstants.size >= INSTANTS_KEPT) knownInstants.clear();
  if (instant !== undefined && text.length <= LONGEST_KEPT) knownInstants.set(text, instant);
  return instant;
}

// A page reads the starts of its slots each time it is drawn.
const knownInstants = new Map<string, number>();
const INSTANTS_KEPT = 4000;

function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '0', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(wall);
  // Date.UTC turns 2024-02-31 into a day of March: when a part changes, the day does not exist.
  if (date.getUTCFullYear() !== Number(year) || date.getUTCMonth() !== Number(month) - 1) return undefined;
  if (date.getUTCDate() !== Number(day) || date.getUTCHours() !== Number(hour)) return undefined;
  if (date.getUTCMinutes() !== Number(minute) || Number(second) > 59) return undefined;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = Date.UTC(1970, 0, 1, Number(offsetHour), Number(offsetMinute));
  const instant = sign === '-' ? wall + offset : wall - offset;
  return instant < FIRST_INSTANT_MS || instant > LAST_INSTANT_MS ? undefined : instant;
}

/** Writes epoch milliseconds as the wire's instant: UTC, whole seconds, `2025-11-15T14:00:00Z`. */
export function writeInstant(epochMs: number): Instant {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** True for a day that exists, written `YYYY-MM-DD` (so not `2024-02-31`). */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && readInstant(`${text}T00:00:00Z`) !== undefined;
}

/** True for an IANA time-zone id that this machine's `Intl` knows. */
export function isTimeZone(id: string): boolean {
  const known = knownZones.get(id);
  if (known !== undefined) return known;
  const is = findsZone(id);
  if (knownZones.size >= ZONES_KEPT) knownZones.clear();
  if (id.length <= LONGEST_KEPT) knownZones.set(id, is);
  return is;
}

// Asking `Intl` costs 50 microseconds, and a list of times asks for each of them.
const knownZones = new Map<string, boolean>();
const ZONES_KEPT = 1000;
/** Longer texts are not kept, but checked each time: requests must not fill the memory. */
const LONGEST_KEPT = 40;

function findsZone(id: string): boolean {
  // Offsets such as +01:00 are accepted by newer Intl versions, but they are not zones: they have no daylight saving.
  if (/^[+\-\d]/.test(id)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

/** An instant: `2025-11-15T14:00:00Z` (UTC, whole seconds). */
export type Instant = string;
/** A day on a calendar: `2025-11-15`. */
export type LocalDate = string;
/** A clock reading: `09:30`; `24:00` is the midnight that ends a day. */
export type LocalTime = string;
/** An IANA time-zone id: `Europe/Berlin`. */
export type TimeZone = string;

/** Among the texts that `readInstant` reads, matches those that `writeInstant` writes. */
const WRITTEN = /^.{10}T.{8}Z$/;

/**
 * An instant on the wire: an RFC 3339 date-time, read by `readInstant`; the result is in UTC and whole seconds.
 */
export const instant = z.pipe(
  z.string().check(
    z.refine((text) => readInstant(text) !== undefined, {
      error: 'must be a date and time such as 2025-11-15T14:00:00Z',
    }),
  ),
  // Most backends write an instant as we do: the slots of a month need not be written anew.
  z.transform((text: string): Instant => (WRITTEN.test(text) ? text : writeInstant(readInstant(text) ?? 0))),
);

/** An IANA time-zone id that this machine knows; a bare offset such as `+01:00` is refused. */
export const timeZone = z
  .string()
  .check(z.refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Berlin' }));

/** Ids are opaque to the client: our server makes UUIDs, another backend may not. */
export const id = z.string().check(z.minLength(1), z.maxLength(200));

const EMAIL_LENGTH = 254;
const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/;

/**
 * An e-mail address of at most 254 characters (RFC 5321, section 4.5.3.1.3).
 * No quoted local part; the domain has a dot.
 */
export const email = z
  .string()
  .check(z.maxLength(EMAIL_LENGTH), z.regex(EMAIL, { error: 'must be an e-mail address such as name@example.com' }));

/** True for what `email` reads: for forms, which have words of their own for what is wrong. */
export const isEmail = (text: string): boolean => [...text].length <= EMAIL_LENGTH && EMAIL.test(text);

/** Money in the currency's minor unit (cents), ISO 4217 code. */
export const price = z.object({
  amount: z.int().check(z.minimum(0)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code such as EUR' })),
});
/** An amount of money, 0 or more in the minor unit (9000 is €90, ¥9000 or KWD 9), with its ISO 4217 code. */
export type Price = z.output<typeof price>;
