import * as z from 'zod/mini';
import { email, id, instant, timeZone } from './values.ts';

export const role = z.enum(['client', 'coach', 'admin']);
export type Role = z.output<typeof role>;

export const password = z.string().check(
  z.minLength(8, { error: 'must be at least 8 characters' }),
  // Counted in characters, not in UTF-16 units: four emoji are four.
  z.refine((text) => [...text].length >= 8, { error: 'must be at least 8 characters' }),
  z.refine((text) => text.trim() !== '', { error: 'must not be blank' }),
  z.maxLength(200, { error: 'must be at most 200 characters' }),
);

export const personName = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'must not be empty' }),
  z.maxLength(120, { error: 'must be at most 120 characters' }),
  // A name goes into mail headers and calendar files, where a line break would begin another line.
  z.regex(/^\P{Cc}*$/u, { error: 'must be one line, without control characters' }),
);

export const signUpBody = z.object({
  email,
  password,
  name: z.optional(personName),
  role: z.optional(z.enum(['client', 'coach'])),
  time_zone: z.optional(timeZone),
});

export const logInBody = z.object({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(1000)),
  /** The `device_token` of an earlier log-in from here: failed log-ins of others do not lock this device out. */
  device_token: z.optional(z.nullable(z.string().check(z.maxLength(1000)))),
});

export const refreshBody = z.object({ refresh_token: z.string().check(z.minLength(1)) });

/** A guest gives a name and an e-mail alone; the token sees, moves and cancels only what it booked. */
export const guestBody = z.object({ email, name: personName, time_zone: z.optional(timeZone) });

/** The secret of a signed link (`?cb-booking=…`). */
export const bookingLinkBody = z.object({ link: z.string().check(z.minLength(1), z.maxLength(2000)) });

const tokensShape = {
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.nullable(z.string())),
  /** `bearer`; some backends leave it out. */
  token_type: z.optional(z.nullable(z.string())),
  /** Lifetime of the access token in seconds. */
  expires_in: z.optional(z.nullable(z.number())),
  /** Proves at the next log-in that this device logged in before; opens nothing by itself. */
  device_token: z.optional(z.nullable(z.string())),
};

export const tokens = z.object(tokensShape);
export type Tokens = z.output<typeof tokens>;

/** Tokens that reach one booking only. */
export const bookingLinkTokens = z.object({ ...tokensShape, booking_id: id });

export const user = z.object({
  id,
  email: z.string(),
  role,
  name: z.optional(z.nullable(z.string())),
  time_zone: z.optional(z.nullable(z.string())),
  is_guest: z.optional(z.boolean()),
  is_active: z.optional(z.boolean()),
  created_at: z.optional(instant),
});
export type User = z.output<typeof user>;
