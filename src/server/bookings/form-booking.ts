import { guestBody } from '../../contract/auth.ts';
import { type Booking, createBookingBody } from '../../contract/booking.ts';
import {
  addressesIn,
  FORM_TYPE,
  type PostedBooking,
  type PostedFields,
  readBookingForm,
} from '../../contract/forms/booking-form.ts';
import type { Problem } from '../../contract/problem.ts';
import { isTimeZone } from '../../contract/values.ts';
import { guestAccount } from '../accounts/guest-account.ts';
import { shortHash } from '../auth/short-hash.ts';
import type { Call, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError, problemResponse } from '../http/problem-error.ts';
import { mediaTypeOf, readTextBody } from '../http/read-request.ts';
import { readPart } from '../http/validation.ts';
import type { Account } from '../ports.ts';

/** Writes the page that answers a form; `request` is the form's. */
export type BookingPageWriter = (posted: PostedBooking, request: Request) => Promise<Response>;

interface FormParts {
  readonly services: Services;
  /** The handler of the JSON call. */
  readonly book: (call: Call<'createBooking'>) => Promise<{ readonly reply: unknown }>;
  readonly write: BookingPageWriter;
  /** What the handler is told of the request. */
  readonly about: Call<'createBooking'>['request'];
}

/** True for a booking that a browser sends by itself, from a form. */
export const isBookingForm = (request: Request): boolean =>
  request.method === 'POST' && mediaTypeOf(request) === FORM_TYPE;

/**
 * Books what a form asks for, as `POST /booking` does: the same checks, limits and idempotency, and a page as the answer. A guest books
 * without a cookie and without a token, so a page of another origin that sends such a form can do only what any program can, and acts
 * for no account.
 */
export async function bookByForm(parts: FormParts, request: Request): Promise<Response> {
  const { fields, chooses } = readBookingForm(new URLSearchParams(await readTextBody(request)));
  if (chooses) return page(parts, { fields }, request, 200);
  try {
    const booking = await book(parts, fields);
    return await page(parts, { fields, booking }, request, 201);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.status >= 500) parts.services.logError('POST /booking', error.cause ?? error);
    const refusal = problemResponse(error, fields.locale || request.headers.get('accept-language'));
    const problem = (await refusal.json()) as Problem;
    return page(parts, { fields, problem }, request, refusal.status, refusal.headers);
  }
}

async function page(
  { write }: FormParts,
  posted: PostedBooking,
  request: Request,
  status: number,
  refusal = new Headers(),
): Promise<Response> {
  const written = await write(posted, request);
  const headers = new Headers(written.headers);
  const wait = refusal.get('retry-after');
  if (wait) headers.set('retry-after', wait);
  // The page shows what the visitor typed.
  headers.set('cache-control', 'no-store');
  return new Response(written.body, { status, headers });
}

async function book({ services, book: create, about }: FormParts, fields: PostedFields): Promise<Booking> {
  const coach = await services.store.coaches.find(fields.coachId);
  const kinds = new Map((coach?.profile.questions ?? []).map(({ id, kind }) => [id, kind]));
  const answers = Object.entries(fields.answers).map(([id, text]) => [
    id,
    kinds.get(id) === 'yes_no' && /^(true|false)$/.test(text) ? text === 'true' : text,
  ]);
  const others = addressesIn(fields.attendees);
  // All fields are read before anything is refused, so that the page shows every error at once.
  const person = readPart('body', guestBody, { name: fields.name, email: fields.email });
  const body = readPart('body', createBookingBody, {
    coach_id: fields.coachId,
    session_datetime: fields.start,
    ...(fields.minutes && { duration_minutes: fields.minutes }),
    ...(fields.notes && { notes: fields.notes }),
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
    ...(others.length > 0 && { attendee_emails: others }),
    ...(fields.consent !== undefined && { consent: fields.consent }),
  });
  if ('errors' in person || 'errors' in body) {
    throw invalidRequest(...('errors' in person ? person.errors : []), ...('errors' in body ? body.errors : []));
  }
  const headers = new Headers(about.headers);
  if (fields.key) headers.set('idempotency-key', fields.key);
  const account = await guestFor(services, fields, person.value, about);
  const { reply } = await create({ body: body.value, caller: { account }, request: { ...about, headers } });
  return reply as Booking;
}

/**
 * The guest of one intent to book, whose id is made from the form's key. A form that is sent again, by a reload or a second press, has
 * the same guest, so that its key finds the booking; without the key nobody can become that guest.
 */
async function guestFor(
  { store, clock, limiter, makeId }: Services,
  fields: PostedFields,
  { name, email }: { readonly name: string; readonly email: string },
  about: FormParts['about'],
): Promise<Account> {
  const id = fields.key ? idOf(['form', fields.key, email.toLowerCase(), name]) : makeId();
  const known = await store.accounts.find(id);
  if (known) return usable(known);
  await limiter.take('guestsByAddress', about.address);
  const timeZone = isTimeZone(fields.timeZone) ? fields.timeZone : null;
  const account = guestAccount({ id, name, email, timeZone, locale: fields.locale }, about.headers, clock.now());
  try {
    await store.accounts.add(account);
    return account;
  } catch (error) {
    // Sent twice at once: the other one added the guest.
    const added = await store.accounts.find(id);
    if (added) return usable(added);
    throw error;
  }
}

function usable(account: Account): Account {
  if (account.deletedAt !== undefined) throw new ProblemError('invalid_client');
  return account;
}

/** A version 8 UUID, RFC 9562, 5.8, of these texts. */
function idOf(texts: readonly string[]): string {
  const hex = shortHash(JSON.stringify(texts));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
