import * as z from 'zod/mini';
import { languageTag } from './language-tag.ts';
import { email, id, instant, timeZone } from './values.ts';

/**
 * The role of an account: a client books, a coach is booked, an admin manages everybody's bookings and schedules. Nobody can sign
 * up as an admin.
 */
export const role = z.enum(['client', 'coach', 'admin']);
/** The role of an account: `client`, `coach` or `admin`. */
export type Role = z.output<typeof role>;

/** The fewest characters of a new password. */
export const PASSWORD_LEAST = 8;
/** The most characters of a new password. */
export const PASSWORD_MOST = 200;
const NAME_MOST = 120;
/** Names are written into mail headers and calendar files, where a line break would begin another line. */
const ONE_LINE = /^\P{Cc}*$/u;

// Counted in characters, not in UTF-16 units: four emoji are four.
const isLongEnough = (text: string): boolean => [...text].length >= PASSWORD_LEAST;

/**
 * A new password, chosen at sign-up: 8 to 200 characters, not blank.
 * A server may refuse more, such as common passwords.
 */
export const password = z.string().check(
  z.minLength(PASSWORD_LEAST, { error: `must be at least ${PASSWORD_LEAST} characters` }),
  z.refine(isLongEnough, { error: `must be at least ${PASSWORD_LEAST} characters` }),
  z.refine((text) => text.trim() !== '', { error: 'must not be blank' }),
  z.maxLength(PASSWORD_MOST, { error: `must be at most ${PASSWORD_MOST} characters` }),
);

/** True for what `password` reads: for forms, which have words of their own for what is wrong. */
export const isPassword = (text: string): boolean =>
  isLongEnough(text) && text.trim() !== '' && [...text].length <= PASSWORD_MOST;

/** A person's name on one line: 1 to 120 characters after blanks at both ends are cut off, no control characters. */
export const personName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: 'must not be empty' }),
    z.maxLength(NAME_MOST, { error: `must be at most ${NAME_MOST} characters` }),
    z.regex(ONE_LINE, { error: 'must be one line, without control characters' }),
  );

/** True for what `personName` reads: for forms, which have words of their own for what is wrong. */
export function isPersonName(text: string): boolean {
  const name = text.trim();
  return name !== '' && [...name].length <= NAME_MOST && ONE_LINE.test(name);
}

/** The data of a new account. Without `role` it is a client's. */
export const signUpBody = z.object({
  email,
  password,
  name: z.optional(personName),
  role: z.optional(z.enum(['client', 'coach'])),
  time_zone: z.optional(timeZone),
  /** The language of mails to the account. When left out, the request's `Accept-Language` counts. */
  locale: z.optional(languageTag),
});

/**
 * E-mail and password of an existing account. Only lengths are checked: the rules for new passwords do not apply here.
 */
export const logInBody = z.object({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(1000)),
  /** The `device_token` of an earlier log-in on this device: other people's failed log-ins then do not lock it out. */
  device_token: z.optional(z.nullable(z.string().check(z.maxLength(1000)))),
});

/** `all_devices: true` ends all sign-ins of the account; else only this one ends. */
export const logOutQuery = z.object({ all_devices: z.optional(z.enum(['true', 'false'])) });

const currentPassword = z.string().check(z.maxLength(1000));

/** A new password; `current_password` has to be right. */
export const changePasswordBody = z.object({ current_password: currentPassword, new_password: password });

/** Another e-mail address to sign in with; `password` has to be right. */
export const changeEmailBody = z.object({ password: currentPassword, email });

/** The address of the account that gets a link to choose a new password. */
export const passwordResetBody = z.object({ email: z.string().check(z.maxLength(254)) });

const mailSecret = z.string().check(z.minLength(1), z.maxLength(2000));

/** A new password; `token` is the secret of the link in a mail. */
export const confirmPasswordResetBody = z.object({ token: mailSecret, password });

/** The secret in a mail that an address is confirmed with. */
export const confirmEmailBody = z.object({ token: mailSecret });

/** The password of the account that is to be deleted; guests have none. */
export const deleteAccountBody = z.object({ password: z.optional(currentPassword) });

/** The refresh token of the last reply; it can be used once (RFC 6749, section 6). */
export const refreshBody = z.object({ refresh_token: z.string().check(z.minLength(1)) });

/** A guest gives only a name and an e-mail address; the guest's token can see, move and cancel only the guest's own bookings. */
export const guestBody = z.object({
  email,
  name: personName,
  time_zone: z.optional(timeZone),
  locale: z.optional(languageTag),
});

/** The secret of a signed link (`?cb-booking=…`). */
export const bookingLinkBody = z.object({ link: z.string().check(z.minLength(1), z.maxLength(2000)) });

const tokensShape = {
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.nullable(z.string())),
  /** `bearer`; some backends leave it out. */
  token_type: z.optional(z.nullable(z.string())),
  /** Lifetime of the access token in seconds. */
  expires_in: z.optional(z.nullable(z.number())),
  /** Proves at the next log-in that this device logged in before; it gives no access by itself. */
  device_token: z.optional(z.nullable(z.string())),
};

/** An access token, sent as `Authorization: Bearer …` (RFC 6750), with its lifetime and a refresh token (RFC 6749, section 5.1). */
export const tokens = z.object(tokensShape);
/**
 * The tokens of one sign-in; `expires_in` in seconds.
 * Without a `refresh_token` the sign-in ends with the access token.
 */
export type Tokens = z.output<typeof tokens>;

/** Tokens with access to one booking only. */
export const bookingLinkTokens = z.object({ ...tokensShape, booking_id: id });

/** The fields of an account, shared by schemas that add to them. */
export const userShape = {
  id,
  email: z.string(),
  role,
  name: z.optional(z.nullable(z.string())),
  time_zone: z.optional(z.nullable(z.string())),
  is_guest: z.optional(z.boolean()),
  is_active: z.optional(z.boolean()),
  /** A new address that waits for its owner to open the link in a mail. */
  pending_email: z.optional(z.nullable(z.string())),
  created_at: z.optional(instant),
};

/** An account as its owner reads it. `created_at` is an instant in UTC; a backend may leave out optional fields. */
export const user = z.object(userShape);
/** The account that a token belongs to; `is_guest` is true for a guest's. */
export type User = z.output<typeof user>;
