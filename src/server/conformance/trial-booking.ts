import * as z from 'zod/mini';
import { type Booking, booking as bookingSchema } from '../../contract/booking.ts';
import { type Backend, faultOf, type Outcome } from './backend.ts';
import { type Finding, finding } from './finding.ts';

/** What a trial needs to know. */
export interface Trial {
  readonly token: string;
  readonly coachId: string;
  /** As the availability wrote it. */
  readonly start: string;
  readonly durationMinutes: number;
  /** Another one for each trial. */
  readonly key: string;
}

/** Books a time, looks whether nobody else can have it, and cancels it again. */
export async function tryBooking(backend: Backend, trial: Trial): Promise<Finding[]> {
  const { token, key } = trial;
  const body = {
    coach_id: trial.coachId,
    session_datetime: trial.start,
    duration_minutes: trial.durationMinutes,
    notes: 'A trial; cancelled again at once',
  };
  const headers = { 'idempotency-key': key };
  const created = await backend.call('createBooking', { token, body, headers });
  const booking = bookingIn(created);
  const fault = faultOf('createBooking', created);
  if (!booking || fault !== undefined) return [finding('createBooking', 'wrong', fault ?? 'is no booking')];

  const findings = [finding('createBooking', 'ok', `booked ${booking.session_datetime}`)];
  const replayed = bookingIn(await backend.call('createBooking', { token, body, headers }));
  findings.push({
    what: 'Idempotency-Key',
    need: 'extra',
    verdict: replayed?.id === booking.id ? 'ok' : 'missing',
    says:
      replayed?.id === booking.id
        ? 'the same key again answers with the same booking'
        : 'the same key again does not answer with the same booking: a reply that got lost reads as a time that is taken',
  });
  const second = await backend.call('createBooking', { token, body });
  const doubled = bookingIn(second);
  const status = second.kind === 'reply' ? second.status : 0;
  findings.push({
    what: 'a time that is taken',
    need: 'booking',
    verdict: status === 409 ? 'ok' : 'wrong',
    says:
      status === 409 ? 'is refused with 409' : `answered ${status} instead of 409: the page cannot offer another time`,
  });

  const params = { booking_id: booking.id };
  const read = await backend.call('getBooking', { token, params });
  findings.push(judge('getBooking', read, 'the booking can be read'));
  const list = await backend.call('listClientBookings', { token, params: { client_id: booking.client_id } });
  findings.push(judge('listClientBookings', list, "the client's bookings can be listed"));
  for (const made of [booking, doubled, replayed]) {
    if (!made || (made !== booking && made.id === booking.id)) continue;
    const cancelled = await backend.call('cancelBooking', { token, params: { booking_id: made.id } });
    if (made === booking) findings.push(judge('cancelBooking', cancelled, 'the trial was cancelled again'));
  }
  return findings;
}

function judge(name: Parameters<typeof finding>[0], outcome: Outcome, fine: string): Finding {
  const fault = faultOf(name, outcome);
  return finding(name, fault === undefined ? 'ok' : 'wrong', fault ?? fine);
}

function bookingIn(outcome: Outcome): Booking | undefined {
  const read = outcome.kind === 'reply' && outcome.status < 300 ? z.safeParse(bookingSchema, outcome.body) : undefined;
  return read?.success ? read.data : undefined;
}
