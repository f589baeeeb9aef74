import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Booking } from '../../contract/booking.ts';
import type { FieldError } from '../../contract/problem.ts';
import { readInstant } from '../../contract/values.ts';
import { isBookable } from '../../domain/availability/slots.ts';
import { answerProblemText, checkAnswers } from '../../domain/booking/answers.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Answer, Call, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { BookingRecord, CoachRecord, KeptReply } from '../ports.ts';
import { writeBooking } from './write-booking.ts';

/** Books a session: requests with the same Idempotency-Key, however many and from wherever, make one booking. */
export function newBookingHandlers(services: Services): Pick<Handlers, 'createBooking'> {
  const { store, clock, makeId, tokens, limiter, calendars } = services;

  return {
    async createBooking({ body, caller, request }) {
      const { account } = caller;
      if (account.role !== 'client' || caller.bookingId !== undefined) throw new ProblemError('only_clients_book');
      if (!account.isActive) throw new ProblemError('invalid_client');

      const now = clock.now();
      const key = readKey(request.headers);
      const requestHash = hashOf(body);
      const earlier = key === undefined ? undefined : await store.bookings.keptReply(account.id, key, now);
      if (earlier) return answer(replay(earlier, requestHash), request.baseUrl);
      // Replays do not count towards the limits.
      limiter.take('bookingsByAddress', request.address);
      limiter.take('bookingsByUser', account.id);

      const coach = await store.coaches.find(body.coach_id);
      if (!coach) throw new ProblemError('invalid_coach');
      if (!coach.isActive) throw new ProblemError('coach_inactive');
      const start = readInstant(body.session_datetime) ?? 0;
      if (start <= now) throw new ProblemError('in_the_past');
      checkFields(coach, body);

      const end = start + body.duration_minutes * MINUTE_MS;
      const booking: BookingRecord = {
        ...newBooking(body, coach),
        id: makeId(),
        clientId: account.id,
        start,
        end,
        createdAt: now,
        updatedAt: now,
      };
      const reply: Booking = {
        ...writeBooking(booking),
        ...(account.isGuest && { link: await tokens.link({ userId: account.id, bookingId: booking.id }) }),
      };
      const blocked = (await calendars?.freeBusy(coach.profile.user_id, { start, end }, { fresh: true })) ?? [];
      const open = { schedule: coach.schedule, blocked, now, durationMinutes: body.duration_minutes };
      const outcome = await store.bookings.save(booking, {
        fits: (booked) => isBookable({ ...open, booked }, start),
        ...(key !== undefined && {
          keep: { userId: account.id, key, requestHash, body: JSON.stringify(reply), keptAt: now },
        }),
      });
      if (outcome.kind === 'replayed') return answer(replay(outcome.reply, requestHash), request.baseUrl);
      if (outcome.kind !== 'saved') throw new ProblemError('slot_unavailable');
      return answer(reply, request.baseUrl);
    },
  };
}

type Body = Call<'createBooking'>['body'];

function newBooking(body: Body, coach: CoachRecord) {
  const price = coach.schedule.durations.find(({ minutes }) => minutes === body.duration_minutes)?.price;
  return {
    coachId: body.coach_id,
    status: 'pending',
    paymentId: null,
    meetingLink: null,
    notes: body.notes ?? null,
    ...(body.answers && Object.keys(body.answers).length > 0 && { answers: body.answers }),
    ...(body.metadata && Object.keys(body.metadata).length > 0 && { metadata: body.metadata }),
    ...(price && { price }),
    sequence: 0,
    version: 1,
  } as const;
}

/** What the schemas cannot know: this coach's lengths and questions. */
function checkFields(coach: CoachRecord, { duration_minutes, answers = {} }: Body): void {
  const faults: FieldError[] = checkAnswers(coach.profile.questions ?? [], answers).map(({ id, problem }) => ({
    field: `body.answers.${id}`,
    message: answerProblemText[problem],
  }));
  const lengths = coach.schedule.durations.map(({ minutes }) => minutes);
  if (lengths.length > 0 && !lengths.includes(duration_minutes)) {
    faults.push({
      field: 'body.duration_minutes',
      message: `must be a length this coach offers: ${lengths.join(', ')} minutes`,
    });
  }
  if (faults.length > 0) throw invalidRequest(...faults);
}

function readKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalidRequest({ field: 'header.idempotency-key', message: 'must be 1 to 255 visible ASCII characters' });
  }
  return key;
}

function replay(kept: KeptReply, requestHash: string): Booking {
  if (kept.requestHash !== requestHash) throw new ProblemError('idempotency_mismatch');
  return JSON.parse(kept.body);
}

// Hashes what the body says: neither white space nor the order of keys makes it another request.
function hashOf(body: Body): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(body, sortKeys))));
}

/** A replacer for `JSON.stringify` that puts the keys of every object in one order. */
function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The booking, and where it can be read. */
function answer(reply: Booking, baseUrl: string): Answer<'createBooking'> {
  return { reply, headers: { location: `${baseUrl}/booking/${encodeURIComponent(reply.id)}` } };
}
