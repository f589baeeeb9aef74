import * as z from 'zod/mini';
import type { Booking, CreateBooking as CreateBookingBody } from '../../contract/booking.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { flowEndpoints } from '../../contract/endpoints.ts';
import { readInstant } from '../../contract/values.ts';
import { BookingError } from '../errors.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Call } from './call.ts';
import { tellDeveloper } from './tell-developer.ts';
import type { Transport } from './transport.ts';

export type CreateBooking = Call<(typeof flowEndpoints)['createBooking']>;

/**
 * Looks for a booking that may have been made: at the `Location` of a 201 without a body, else in the client's list. `problem` carries
 * that reply, or is the conflict of a request that was sent again after its answer was lost; `row` is that of `createBooking`. Rejects
 * with `problem` when the booking is not found. When the list was read, a conflict then has `mayHaveBeenDone: false`: the slot is
 * somebody else's.
 */
export async function findMadeBooking(
  problem: BookingError,
  body: CreateBookingBody,
  row: Endpoint,
  transport: Transport,
  signIn: SignIn,
  signal: AbortSignal | undefined,
): Promise<Booking> {
  const location = problem.cause instanceof Response ? problem.cause.headers.get('location') : undefined;
  const found = await lookFor(location ?? '', body, row, transport, signIn, signal).catch(() => undefined);
  if (found) return found;
  if (problem.kind !== 'conflict') tellDeveloper(problem);
  throw problem.kind === 'conflict' && found === null
    ? new BookingError({ ...problem, mayHaveBeenDone: false })
    : problem;
}

/** The booking; null where the client's list does not have it, undefined where there is no list. */
async function lookFor(
  location: string,
  body: CreateBookingBody,
  row: Endpoint,
  transport: Transport,
  signIn: SignIn,
  signal: AbortSignal | undefined,
): Promise<Booking | null | undefined> {
  const reading = { method: 'GET', auth: 'required', status: 200, errors: [] } as const;
  const id = /\/booking\/([^/?#]+)\/?$/.exec(location)?.[1];
  if (id) {
    const one = { ...reading, path: '/booking/{booking_id}', reply: row.reply } satisfies Endpoint;
    const params = { booking_id: decodeURIComponent(id) };
    return (await transport.send(one, { params } as object, { signal })) as Booking;
  }
  const user = await signIn.identify({ signal });
  if (!user) return undefined;
  const reply = z.union([z.object({ bookings: z.array(row.reply) }), z.array(row.reply)]);
  const list = { ...reading, path: '/booking/client/{client_id}', reply } satisfies Endpoint;
  const page = await transport.send(list, { params: { client_id: user.id } } as object, { signal });
  const bookings = (Array.isArray(page) ? page : page.bookings) as readonly Booking[];
  const start = readInstant(body.session_datetime);
  return (
    bookings.find(
      (booking) =>
        booking.coach_id === body.coach_id &&
        readInstant(booking.session_datetime) === start &&
        booking.status !== 'cancelled',
    ) ?? null
  );
}
