import * as z from 'zod/mini';
import type { Booking, CreateBooking as CreateBookingBody } from '../../contract/booking.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { flowEndpoints } from '../../contract/endpoints.ts';
import { readInstant } from '../../contract/values.ts';
import { isBookingError } from '../errors.ts';
import type { Session } from '../sign-in/session.ts';
import type { Call } from './call.ts';
import { tellDeveloper } from './tell-developer.ts';
import type { Transport } from './transport.ts';

export type CreateBooking = Call<(typeof flowEndpoints)['createBooking']>;

/**
 * Books; where the backend says "created" without a body, reads what was made: where `Location` says, or in the client's list.
 * `row` is that of `createBooking`.
 */
export function readingWhatWasMade(
  call: CreateBooking,
  row: Endpoint,
  transport: Transport,
  session: Session,
): CreateBooking {
  const reading = { method: 'GET', auth: 'required', status: 200, errors: [] } as const;

  async function readOne(booking_id: string, signal: AbortSignal | undefined) {
    const one = { ...reading, path: '/booking/{booking_id}', reply: row.reply } satisfies Endpoint;
    return (await transport.send(one, { params: { booking_id } } as object, { signal })) as Booking;
  }

  async function findInList(body: CreateBookingBody, signal: AbortSignal | undefined) {
    const user = await session.identify({ signal });
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

  return async (input, options) => {
    try {
      return await call(input, options);
    } catch (error) {
      if (!isBookingError(error) || !(error.cause instanceof Response)) throw error;
      const id = /\/booking\/([^/?#]+)\/?$/.exec(error.cause.headers.get('location') ?? '')?.[1];
      const made = await (id
        ? readOne(decodeURIComponent(id), options?.signal)
        : findInList(input.body, options?.signal)
      ).catch(() => undefined);
      if (made) return made;
      tellDeveloper(error);
      throw error;
    }
  };
}
