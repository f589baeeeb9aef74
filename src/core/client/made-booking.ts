import * as z from 'zod/mini';
import type { Booking, CreateBooking as CreateBookingBody } from '../../contract/booking.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { flowEndpoints } from '../../contract/endpoints.ts';
import { readInstant } from '../../contract/values.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Call } from './call.ts';
import type { Transport } from './transport.ts';

export type CreateBooking = Call<(typeof flowEndpoints)['createBooking']>;

/**
 * Reads a booking that a backend confirmed with 201 but without a body: at `Location`, else in the client's list.
 * `answer` is that reply, `row` that of `createBooking`. Undefined where it cannot be found.
 */
export async function readMadeBooking(
  answer: Response,
  body: CreateBookingBody,
  row: Endpoint,
  transport: Transport,
  signIn: SignIn,
  signal: AbortSignal | undefined,
): Promise<Booking | undefined> {
  const reading = { method: 'GET', auth: 'required', status: 200, errors: [] } as const;
  const id = /\/booking\/([^/?#]+)\/?$/.exec(answer.headers.get('location') ?? '')?.[1];
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
  return bookings.find(
    (booking) =>
      booking.coach_id === body.coach_id &&
      readInstant(booking.session_datetime) === start &&
      booking.status !== 'cancelled',
  );
}
