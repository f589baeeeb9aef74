import { type Booking, booking as bookingSchema } from '../../contract/booking.ts';
import { problems } from '../../contract/problem.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';
import { answerOf, type Backend, type Caller, faultOf, isSuccess, type Outcome, readBody } from './backend.ts';
import { type Finding, fault, finding, fine } from './finding.ts';
import { type Asked, askTimes, type Offered, offeredIn } from './offered-times.ts';
import { createLedger, idIn, type TrialLedger } from './trial-ledger.ts';

/** The inputs of a trial. */
interface Trial extends Asked {
  readonly as: Caller;
  /** Another client, who must not see the first one's bookings. */
  readonly other: Caller | undefined;
  /** Open times of the coming month, for `minutes`. */
  readonly offered: readonly Offered[];
}

const NOTES = 'A trial; cancelled again at once';
/** The number of requests for one slot at once. */
const AT_ONCE = 5;
/** How many offered slots are tried until one can be booked. */
const TRIES = 3;

/**
 * Books slots and cancels them again, and tries what must be refused. Bookings that could not be undone come first in the result.
 */
export async function tryBooking(backend: Backend, trial: Trial): Promise<Finding[]> {
  const ledger = createLedger(backend, trial.as);
  const findings: Finding[] = [];
  try {
    findings.push(...(await runTrials(backend, trial, ledger)));
  } finally {
    findings.unshift(...(await ledger.undo()));
  }
  return findings;
}

async function runTrials(backend: Backend, trial: Trial, ledger: TrialLedger): Promise<Finding[]> {
  const { as } = trial;
  const findings: Finding[] = [];
  const apart = apartFromEachOther(trial.offered);
  const [unsigned] = apart;
  if (unsigned) findings.push(judgeUnsigned(await ledger.book(bodyFor(trial, unsigned.written), { as: undefined })));

  const made = await bookOne(trial, ledger, apart);
  findings.push(...made.findings);
  const { time, key, booking } = made;
  if (!time) return findings;
  const body = bodyFor(trial, time.written);

  const replayed = await ledger.book(body, { as, key });
  const isHonoured = idIn(replayed) !== undefined && idIn(replayed) === idIn(made.outcome);
  findings.push(judgeReplay(replayed, isHonoured));
  const spare = apart.filter((each) => each !== time);
  const [another, raced] = [spare[0], spare[1] ?? spare[0]];
  if (isHonoured && another)
    findings.push(judgeOtherBody(await ledger.book(bodyFor(trial, another.written), { as, key })));
  findings.push(judgeTaken(await ledger.book(body, { as })));
  findings.push(...(await judgeNext(trial, time)));
  findings.push(...(await tryWrongTimes(trial, ledger, time)));
  if (booking) findings.push(...(await judgeReading(backend, trial, booking)));
  if (raced) findings.push(...(await race(trial, ledger, raced)));
  const id = idIn(made.outcome);
  if (id !== undefined) findings.push(await judgeCancelling(ledger, id));
  return findings;
}

interface Made {
  readonly findings: readonly Finding[];
  readonly time: Offered | undefined;
  readonly key: string;
  readonly outcome: Outcome;
  /** The booking in the reply; undefined when it cannot be read. */
  readonly booking: Booking | undefined;
}

/** Books the first offered time that can be booked, and compares the reply with what was asked. */
async function bookOne(trial: Trial, ledger: TrialLedger, times: readonly Offered[]): Promise<Made> {
  let outcome: Outcome = { kind: 'failed', why: 'no open time' };
  let key = '';
  let refused = 0;
  for (const time of times.slice(0, TRIES)) {
    key = crypto.randomUUID();
    outcome = await ledger.book(bodyFor(trial, time.written), { as: trial.as, key });
    if (isTaken(outcome) && outcome.kind === 'reply') {
      refused++;
      continue;
    }
    const wrong = faultOf('createBooking', outcome);
    const booking = bookingIn(outcome);
    const findings = [
      finding('createBooking', wrong === undefined ? 'ok' : 'wrong', wrong ?? `booked ${booking?.session_datetime}`),
      ...(booking ? judgeReply(trial, time, booking) : []),
      ...(refused > 0 ? [offeredButRefused(refused)] : []),
    ];
    return { findings, time: idIn(outcome) === undefined ? undefined : time, key, outcome, booking };
  }
  const findings = [
    finding('createBooking', 'wrong', `an offered time answered ${answerOf(outcome)}`),
    offeredButRefused(refused),
  ];
  return { findings, time: undefined, key, outcome, booking: undefined };
}

function offeredButRefused(times: number): Finding {
  const cure = 'offer the times that can be booked: look whether times are written in the zone they are read in';
  return fault('offered times', 'a time that is offered is refused as taken', cure, times);
}

function judgeReply(trial: Trial, time: Offered, booking: Booking): Finding[] {
  const off = ((readInstant(booking.session_datetime) ?? 0) - time.start) / MINUTE_MS;
  const what = 'the session in the reply';
  const cure = 'answer with the session that was booked, its time in UTC';
  if (off !== 0)
    return [fault(what, `is ${Math.abs(off)} minutes ${off > 0 ? 'later' : 'earlier'} than the one asked for`, cure)];
  if (booking.duration_minutes !== trial.minutes)
    return [fault(what, `lasts ${booking.duration_minutes} minutes, ${trial.minutes} were asked for`, cure)];
  return [];
}

function judgeUnsigned(outcome: Outcome): Finding {
  const what = 'booking without signing in';
  const cure = 'answer 401 to calls without a token';
  if (isSuccess(outcome)) return fault(what, 'is possible', cure);
  if (outcome.kind === 'reply' && outcome.status === 401) return fine(what, 'is refused with 401');
  return fault(what, `answered ${answerOf(outcome)} instead of 401: pages offer signing in after a 401 alone`, cure);
}

function judgeReplay(outcome: Outcome, isHonoured: boolean): Finding {
  const what = 'Idempotency-Key';
  if (isHonoured) return fine(what, 'the same key again answers with the same booking');
  const says = `the same request with the same key answered ${answerOf(outcome)} instead of the same booking: a visitor whose reply got lost reads that the time is taken, or books twice`;
  return fault(what, says, 'keep the key with the booking, and answer a request that has it with that booking');
}

function judgeOtherBody(outcome: Outcome): Finding {
  const what = 'Idempotency-Key with another request';
  if (!isSuccess(outcome)) return fine(what, `is refused with ${answerOf(outcome)}`);
  return fault(
    what,
    `answered ${answerOf(outcome)}`,
    'keep what the key was used for, and answer 422 to another request with it',
  );
}

function judgeTaken(outcome: Outcome): Finding {
  const what = 'a time that is taken';
  if (isSuccess(outcome))
    return fault(what, 'can be booked again', 'refuse a time that overlaps a booking, within the transaction');
  if (isTaken(outcome)) return fine(what, `is refused with ${answerOf(outcome)}`);
  const cure = `answer 409, or with "${problems.slot_unavailable.detail}"`;
  return fault(what, `answered ${answerOf(outcome)} instead of 409: the page cannot offer another time`, cure);
}

/** Checks that the booked slot is no longer offered, and that no other slot is missing. */
async function judgeNext(trial: Trial, time: Offered): Promise<Finding[]> {
  const what = 'a booked time';
  const [from, to] = [time.start - DAY_MS, time.end + DAY_MS];
  const before = trial.offered.filter(({ start, end }) => start >= from && end <= to);
  const reply = await askTimes(trial, Math.max(from, trial.now), to);
  const after = offeredIn(reply);
  if (!isSuccess(reply)) return [];
  const isStill = after.some(({ start, end }) => start < time.end && time.start < end);
  if (!isStill) return [fine(what, 'is no longer offered')];
  const gone = before.filter(
    ({ start, end }) => end < to && start > Math.max(from, trial.now) && !after.some((each) => each.start === start),
  );
  // The middle one of the slots that overlapped it.
  const middle = gone[Math.floor(gone.length / 2)];
  const off = middle && Math.abs(middle.start - time.start) / MINUTE_MS;
  const shift = off ? `; the one that went is ${off} minutes away, so offered times are off by as much` : '';
  return [
    fault(
      what,
      `is still offered: ${time.written}${shift}`,
      'take bookings off the open times, and compare both in UTC',
    ),
  ];
}

/** Tries times that must be refused: one in the past, and one that is not offered. */
async function tryWrongTimes(trial: Trial, ledger: TrialLedger, time: Offered): Promise<Finding[]> {
  const findings: Finding[] = [];
  const attempt = async (what: string, start: number, cure: string) => {
    const outcome = await ledger.book(bodyFor(trial, writeInstant(start)), { as: trial.as });
    const says = isSuccess(outcome) ? `can be booked: ${writeInstant(start)}` : `is refused with ${answerOf(outcome)}`;
    findings.push(isSuccess(outcome) ? fault(what, says, cure) : fine(what, says));
  };
  const weeks = Math.floor((time.start - trial.now) / (7 * DAY_MS)) + 1;
  await attempt('a time in the past', time.start - weeks * 7 * DAY_MS, 'refuse times before now');
  const closed = timeNotOffered(trial, time);
  if (closed !== undefined)
    await attempt(
      'a time that is not offered',
      closed,
      'when booking, compute the open times again and refuse all others',
    );
  return findings;
}

/** A quarter hour of a day with slots, as far from all of them as possible; undefined when slots fill the day. */
function timeNotOffered({ offered, minutes }: Trial, { start }: Offered): number | undefined {
  const midnight = Math.floor(start / DAY_MS) * DAY_MS;
  const distance = (at: number) =>
    Math.min(...offered.map((each) => Math.max(each.start - (at + minutes * MINUTE_MS), at - each.end)));
  const quarters = Array.from({ length: 96 }, (_, index) => midnight + index * 15 * MINUTE_MS);
  const best = quarters.reduce((one, other) => (distance(other) > distance(one) ? other : one));
  return distance(best) >= 15 * MINUTE_MS ? best : undefined;
}

/** Checks that the booking's client can read it, and nobody else. */
async function judgeReading(backend: Backend, trial: Trial, booking: Booking): Promise<Finding[]> {
  const { as, other, coachId } = trial;
  const params = { booking_id: booking.id };
  const findings: Finding[] = [];
  const own = await backend.call('getBooking', { as, params });
  findings.push(judge('getBooking', own, 'the booking can be read'));
  const list = { client_id: booking.client_id };
  findings.push(
    judge(
      'listClientBookings',
      await backend.call('listClientBookings', { as, params: list }),
      "the client's bookings can be listed",
    ),
  );
  const open = [
    ['a booking without signing in', await backend.call('getBooking', { params })],
    ["a client's bookings without signing in", await backend.call('listClientBookings', { params: list })],
    ...(other
      ? ([
          ["another client's booking", await backend.call('getBooking', { as: other, params })],
          ["another client's bookings", await backend.call('listClientBookings', { as: other, params: list })],
        ] as const)
      : []),
  ] as const;
  const cure = 'answer 401 without a token, and 403 or 404 to everybody but the client and the coach of the booking';
  for (const [what, outcome] of open) {
    if (namesBooking(outcome, (id) => id === booking.id)) findings.push(fault(what, 'can be read', cure));
    else if (outcome.kind === 'reply' && outcome.status === 403 && /without/.test(what))
      findings.push(
        fault(
          what,
          `answered ${answerOf(outcome)} instead of 401: pages offer signing in after a 401 alone`,
          'answer 401 to calls without a token',
        ),
      );
    else findings.push(fine(what, `cannot be read: ${answerOf(outcome)}`));
  }
  const coachs = await backend.call('listCoachBookings', { as, params: { coach_id: coachId } });
  const isOthers = namesBooking(coachs, (_, client) => client !== undefined && client !== booking.client_id);
  if (isOthers)
    findings.push(
      fault("the coach's bookings", 'show a client what other clients have booked', 'list them for the coach alone'),
    );
  if (!other)
    findings.push({
      verdict: 'skipped',
      need: 'extra',
      what: "another client's booking",
      says: 'not tried: name a second client (--other-email, or BOOKING_OTHER_TOKEN)',
    });
  return findings;
}

/** True when a reply contains a booking, alone or in a list, for which `test` is true. */
function namesBooking(outcome: Outcome, test: (id: string, clientId: string | undefined) => boolean): boolean {
  if (!isSuccess(outcome) || outcome.kind !== 'reply') return false;
  const found: boolean[] = [];
  JSON.stringify(outcome.body, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value && 'session_datetime' in value) {
      const client = 'client_id' in value ? String(value.client_id) : undefined;
      found.push(test(String(value.id), client));
    }
    return value;
  });
  return found.some(Boolean);
}

/** Sends several requests for one slot at once: exactly one must succeed. */
async function race(trial: Trial, ledger: TrialLedger, time: Offered): Promise<Finding[]> {
  const what = 'two bookings at once';
  const body = bodyFor(trial, time.written);
  const outcomes = await Promise.all(
    Array.from({ length: AT_ONCE }, () => ledger.book(body, { as: trial.as, key: crypto.randomUUID() })),
  );
  const won = outcomes.filter(isSuccess).length;
  if (won > 1) {
    const cure =
      'check and write in one transaction, and let the database forbid overlaps (a unique or exclusion constraint)';
    return [fault(what, `of ${AT_ONCE} requests for one time at the same moment ${won} were booked`, cure)];
  }
  const broken = outcomes.find((each) => !isSuccess(each) && !isTaken(each) && !isBusy(each));
  if (broken)
    return [fault(what, `one of them answered ${answerOf(broken)} instead of 409`, 'answer 409 to all but one')];
  return won === 1 ? [fine(what, `of ${AT_ONCE} requests for one time one was booked`)] : [];
}

async function judgeCancelling(ledger: TrialLedger, id: string): Promise<Finding> {
  const { answer, isCancelled } = await ledger.cancel(id);
  const cure = 'set the status to cancelled, and free the time';
  const wrong = answer.kind === 'reply' && answer.status === 204 ? undefined : faultOf('cancelBooking', answer);
  if (wrong !== undefined) return finding('cancelBooking', 'wrong', wrong);
  if (isCancelled) return finding('cancelBooking', 'ok', 'the trial was cancelled again');
  return finding('cancelBooking', 'wrong', `answered ${answerOf(answer)}, but the booking is not cancelled`, cure);
}

function judge(name: Parameters<typeof finding>[0], outcome: Outcome, says: string): Finding {
  const wrong = faultOf(name, outcome);
  return finding(name, wrong === undefined ? 'ok' : 'wrong', wrong ?? says);
}

function bookingIn(outcome: Outcome): Booking | undefined {
  return readBody(bookingSchema, outcome);
}

/** True when the slot was refused as taken: by status, code, or the contract's sentence. */
function isTaken(outcome: Outcome): boolean {
  if (outcome.kind === 'failed' || outcome.status < 400) return false;
  if (outcome.status === 409) return true;
  const text = JSON.stringify(outcome.body);
  return text.includes('"slot_unavailable"') || text.includes(JSON.stringify(problems.slot_unavailable.detail));
}

/** True for "too many requests" or "busy", which is no fault here. */
function isBusy(outcome: Outcome): boolean {
  return outcome.kind === 'reply' && (outcome.status === 429 || outcome.status === 503);
}

function bodyFor({ coachId, minutes }: Trial, start: string) {
  return { coach_id: coachId, session_datetime: start, duration_minutes: minutes, notes: NOTES };
}

/**
 * Slots to try, none overlapping another: the middle one of each day, latest day first because fewer people want it, then the
 * others.
 */
function apartFromEachOther(times: readonly Offered[]): Offered[] {
  const days = new Map<number, Offered[]>();
  for (const time of times) {
    const day = Math.floor(time.start / DAY_MS);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  const latestFirst = [...days.values()].reverse();
  const middles = latestFirst.flatMap((day) => day.slice(Math.floor(day.length / 2)).slice(0, 1));
  const chosen: Offered[] = [];
  for (const time of [...middles, ...latestFirst.flat()]) {
    if (chosen.every(({ start, end }) => time.end <= start || end <= time.start)) chosen.push(time);
  }
  return chosen;
}
