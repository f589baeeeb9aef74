import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Booking } from '../../contract/booking.ts';
import type { FieldError } from '../../contract/problem.ts';
import { readInstant } from '../../contract/values.ts';
import { isBookable } from '../../domain/availability/slots.ts';
import { answerProblemText, checkAnswers } from '../../domain/booking/answers.ts';
import { isSlotOnly, newHold, USUAL_HOLD_MINUTES } from '../../domain/booking/hold.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Answer, Call, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { ShopRecords } from '../payments/shop-store.ts';
import type {
  BookingRecord,
  CoachRecord,
  KeptReply,
  NewBookingGuard,
  SaveOutcome,
  Store,
  WrittenAlong,
} from '../ports.ts';
import { chooseOffer, lengthFaults, type Offer, readOffered } from '../session-types/find-offer.ts';
import { boughtOf } from '../session-types/offered-types.ts';
import { withoutUnheard } from '../webhooks/heard-events.ts';
import { asCancelled } from './as-cancelled.ts';
import { buffersOf } from './buffers.ts';
import { addAll, consequencesOf, tellCalendars } from './consequences.ts';
import { lapseJobs } from './lapse.ts';
import { refuseTooMany, requestKeys } from './open-requests.ts';
import { ownHolds } from './own-holds.ts';
import { requireOpen } from './require-open.ts';
import { linkClaims, writeBooking } from './write-booking.ts';

/** The handler that books a session: any number of requests with the same Idempotency-Key make one booking. */
export function newBookingHandlers(services: Services): Pick<Handlers, 'createBooking'> {
  const { store, clock, makeId, tokens, limiter, calendars, shop, payments, jobsFor } = services;
  const { mostOpenRequests, lapseRequestsAfterMs, verifyVisitor, mail } = services;

  return {
    async createBooking({ body: { visitor_token: token, ...body }, caller, request }) {
      const { account } = caller;
      if (account.role !== 'client' || caller.bookingId !== undefined) throw new ProblemError('only_clients_book');
      if (!account.isActive) throw new ProblemError('invalid_client');

      const now = clock.now();
      const key = readKey(request.headers);
      const requestHash = hashOf(body);
      const [earlier, found, types] = await Promise.all([
        key === undefined ? undefined : store.bookings.keptReply(account.id, key, now),
        store.coaches.find(body.coach_id),
        readOffered(shop.sessionTypes, body.coach_id, body),
      ]);
      if (earlier) return answer(replay(earlier, requestHash), request.baseUrl);
      // Replays do not count towards the limits.
      await limiter.take('bookingsByAddress', request.address);
      await limiter.take('bookingsByUser', account.id);

      const coach = requireOpen(found);
      const start = readInstant(body.session_datetime) ?? 0;
      if (start <= now) throw new ProblemError('in_the_past');
      const offer = chooseOffer(coach, body, types);
      checkFields(offer, body);

      // `checkFields` has refused a body with neither.
      const durationMinutes = body.duration_minutes ?? offer.type?.minutes ?? 0;
      const end = start + durationMinutes * MINUTE_MS;
      const booking: BookingRecord = {
        ...newBooking(body, offer),
        ...attendeesOf(body, account.email),
        ...consentOf(body, coach, now),
        id: makeId(),
        clientId: account.id,
        start,
        end,
        ...(payments.isConfigured &&
          mustBePaid(offer) && { hold: newHold(offer.type?.hold_minutes ?? USUAL_HOLD_MINUTES, start, now) }),
        createdAt: now,
        updatedAt: now,
      };
      const reply: Booking = {
        ...writeBooking(booking),
        // A visitor who pays leaves the page: the link leads back to the booking, also without an account.
        ...((account.isGuest || booking.hold) && {
          link: await tokens.link(linkClaims(booking)),
        }),
        // The mails of a held slot follow once it is paid.
        ...(mail && !isSlotOnly(booking) && { mailed_to: account.email }),
      };
      const { address } = request;
      const isRequest = booking.status === 'pending' && !booking.hold;
      const keys = isRequest ? await requestKeys(store, { account, coachId: body.coach_id, address }) : [];
      await refuseTooMany(store, keys, mostOpenRequests, now);
      const visitor = { token, address, isGuest: account.isGuest, coachId: body.coach_id };
      if (verifyVisitor && !(await verifyVisitor(visitor))) throw new ProblemError('visitor_not_verified');
      const blocked = (await calendars?.freeBusy(coach.profile.user_id, { start, end }, { fresh: true })) ?? [];
      const open = { schedule: offer.schedule, blocked, now, durationMinutes };
      const holds = booking.hold ? await ownHolds(store, account.id, body.coach_id) : [];
      const same = holds.find((held) => held.start === start && held.end === end && isSameType(held, booking));
      // A second tab or a reload asks again for the slot that is already held.
      if (same) return answer({ ...writeBooking(same), link: await tokens.link(linkClaims(same)) }, request.baseUrl);
      const guard: NewBookingGuard = {
        fits: (booked) => isBookable({ ...open, booked }, start),
        buffers: buffersOf(offer.schedule),
        ...(key !== undefined && {
          keep: { userId: account.id, key, requestHash, body: JSON.stringify(reply), keptAt: now },
        }),
      };
      const jobs = [
        ...(account.isGuest ? lapseJobs(booking, coach.schedule, lapseRequestsAfterMs) : []),
        ...consequencesOf(jobsFor, { booking, by: 'client' }),
      ];
      // A hold takes a transaction: its end is planned, and an earlier hold ends.
      const atOnce = booking.hold
        ? undefined
        : await saveAtOnce(store, booking, guard, { jobs, openRequests: { keys, most: mostOpenRequests }, now });
      const inTransaction = () =>
        shop.transaction(async (records) => {
          // A visitor holds one slot of a coach: the one chosen last.
          for (const held of holds) await releaseHold(records, payments, held, now);
          const saved = await records.bookings.save(booking, guard);
          if (saved.kind === 'saved') {
            await refuseTooMany(records, keys, mostOpenRequests, now);
            await records.openRequests.add(booking.id, keys, now);
            await addAll(records, jobs, now);
            await payments.planExpiry(records, booking);
          } else if (holds.length > 0) throw new HoldKept(saved);
          return saved;
        });
      const outcome = atOnce ?? (await inTransaction().catch(keptHold));
      if (outcome.kind === 'replayed') return answer(replay(outcome.reply, requestHash), request.baseUrl);
      if (outcome.kind !== 'saved') throw new ProblemError('slot_unavailable');
      tellCalendars(services, { booking, by: 'client' });
      return answer(reply, request.baseUrl);
    },
  };
}

/** What is booked; how the visitor was verified is no part of it. */
type Body = Omit<Call<'createBooking'>['body'], 'visitor_token'>;

/** Rolls back the release of an earlier hold when the new slot is not available. */
class HoldKept extends Error {
  override readonly name = 'HoldKept';
  readonly outcome: SaveOutcome;

  constructor(outcome: SaveOutcome) {
    super('The new time cannot be had: the hold stays');
    this.outcome = outcome;
  }
}

function keptHold(error: unknown): SaveOutcome {
  if (error instanceof HoldKept) return error.outcome;
  throw error;
}

/** Saves where the store can do it without a transaction; `undefined` where a transaction is needed. */
async function saveAtOnce(
  { bookings, webhooks }: Pick<Store, 'bookings' | 'webhooks'>,
  booking: BookingRecord,
  guard: NewBookingGuard,
  along: WrittenAlong,
): Promise<SaveOutcome | undefined> {
  if (!bookings.saveAtOnce) return undefined;
  return bookings.saveAtOnce(booking, guard, { ...along, jobs: await withoutUnheard(webhooks, along.jobs) });
}

async function releaseHold(
  records: ShopRecords,
  payments: Services['payments'],
  held: BookingRecord,
  now: number,
): Promise<void> {
  const next = asCancelled(held, now);
  const { kind } = await records.bookings.save(next, { basedOn: held.version });
  if (kind === 'saved') await payments.planCancellation(records, next, 'client');
}

function isSameType(one: BookingRecord, other: BookingRecord): boolean {
  return one.sessionType?.id === other.sessionType?.id;
}

function newBooking(body: Body, { schedule, type }: Offer) {
  const offered = schedule.durations.find(({ minutes }) => minutes === body.duration_minutes)?.price;
  const price = type ? type.price : offered;
  // Instant confirmation applies to free sessions only: others are confirmed when they are paid.
  const isInstant = type?.confirmation === 'instant' && !price?.amount;
  return {
    coachId: body.coach_id,
    status: isInstant ? 'confirmed' : 'pending',
    paymentId: null,
    meetingLink: null,
    notes: body.notes ?? null,
    ...(body.answers && Object.keys(body.answers).length > 0 && { answers: body.answers }),
    ...(body.metadata && Object.keys(body.metadata).length > 0 && { metadata: body.metadata }),
    ...(price && { price }),
    ...(type && { sessionType: boughtOf(type) }),
    sequence: 0,
    version: 1,
  } as const;
}

/** The addresses of other people, each once and without the client's own. */
function attendeesOf({ attendee_emails = [] }: Body, own: string): Pick<BookingRecord, 'attendeeEmails'> {
  const others = new Set(attendee_emails.map((address) => address.toLowerCase()));
  others.delete(own);
  return others.size > 0 ? { attendeeEmails: [...others] } : {};
}

/** The words that the client agreed to; no consent when the coach has changed them since. */
function consentOf(
  { consent }: Body,
  { messages, consentVersion }: CoachRecord,
  at: number,
): Pick<BookingRecord, 'consent'> {
  const text = messages?.consent_text;
  return text && consent !== undefined && consent === consentVersion
    ? { consent: { text, version: consentVersion, at } }
    : {};
}

/** A session type with a price is paid online first; a length with a price is paid as coach and client agree. */
function mustBePaid({ type }: Offer): boolean {
  return (type?.price?.amount ?? 0) > 0;
}

/** Checks that the schemas cannot express: lengths and questions of this coach or session type. */
function checkFields(offer: Offer, { duration_minutes, answers = {} }: Body): void {
  const faults: FieldError[] = checkAnswers(offer.questions, answers).map(({ id, problem }) => ({
    field: `body.answers.${id}`,
    message: answerProblemText[problem],
  }));
  faults.push(...lengthFaults(offer, duration_minutes));
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

// Hashes the content of the body: white space and the order of keys do not change the hash.
function hashOf(body: Body): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(body, sortKeys))));
}

/** A replacer for `JSON.stringify` that sorts the keys of every object. */
function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The reply: the booking, and its address in `Location`. */
function answer(reply: Booking, baseUrl: string): Answer<'createBooking'> {
  return { reply, headers: { location: `${baseUrl}/booking/${encodeURIComponent(reply.id)}` } };
}
