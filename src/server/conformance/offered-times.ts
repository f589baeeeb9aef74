import { availability as availabilitySchema, MAX_RANGE_DAYS } from '../../contract/availability.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';
import {
  answerOf,
  type Backend,
  type Caller,
  faultOf,
  isAbsent,
  isSuccess,
  type Outcome,
  readBody,
} from './backend.ts';
import { type Finding, fault, finding, fine } from './finding.ts';
import { uses } from './uses.ts';

/** An offered time, as the backend wrote it and as instants (epoch ms). */
export interface Offered {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** The coach and the lengths to ask for. */
export interface Asked {
  readonly backend: Backend;
  readonly coachId: string;
  readonly as: Caller | undefined;
  /** Minutes of a usual session. */
  readonly minutes: number;
  /** All lengths to ask for. */
  readonly lengths: readonly number[];
  /** Epoch ms. */
  readonly now: number;
}

/** The slots and findings of a coach after the checks. */
interface SeenTimes {
  readonly findings: readonly Finding[];
  /** Open times in the month from today on, for a usual session. */
  readonly month: readonly Offered[];
  /** The first reply, for its headers. */
  readonly reply: Outcome;
}

const WHAT = 'offered times';
/** Allowed difference between the clocks of two machines. */
const CLOCKS_MS = 2 * MINUTE_MS;

/** Asks for open times from `start` to `end`. */
export async function askTimes(asked: Asked, start: number, end: number, minutes = asked.minutes): Promise<Outcome> {
  const query = { start_date: writeInstant(start), end_date: writeInstant(end), duration_minutes: String(minutes) };
  return asked.backend.call('getAvailability', { params: { coach_id: asked.coachId }, query, as: asked.as });
}

/** The slots in a reply; none when it cannot be read. */
export function offeredIn(outcome: Outcome): Offered[] {
  const read = readBody(availabilitySchema, outcome);
  if (!read || outcome.kind !== 'reply') return [];
  const { available_slots } = outcome.body as { readonly available_slots: readonly { readonly start: string }[] };
  const isWhole = available_slots.length === read.available_slots.length;
  return read.available_slots.map(({ start, end }, index) => ({
    written: (isWhole ? available_slots[index]?.start : undefined) ?? start,
    start: readInstant(start) ?? 0,
    end: readInstant(end) ?? 0,
  }));
}

/** One request and its answer. */
interface Reply {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  readonly outcome: Outcome;
  readonly times: readonly Offered[];
}

/** Asks for a week, two days, a month, later and earlier ranges and every length, and checks that the answers agree. */
export async function checkTimes(asked: Asked): Promise<SeenTimes> {
  const today = Math.floor(asked.now / DAY_MS) * DAY_MS;
  const ask = async (from: number, days: number, minutes = asked.minutes): Promise<Reply> => {
    const [start, end] = [today + from * DAY_MS, today + (from + days) * DAY_MS];
    const outcome = await askTimes(asked, start, end, minutes);
    return { start, end, minutes, outcome, times: offeredIn(outcome) };
  };
  const week = await ask(1, 7);
  if (isAbsent(week.outcome)) {
    const missing = finding('getAvailability', 'missing', uses.getAvailability.without);
    return { findings: [missing], month: [], reply: week.outcome };
  }
  const wrong = faultOf('getAvailability', week.outcome);
  if (wrong !== undefined) {
    return { findings: [finding('getAvailability', 'wrong', wrong)], month: [], reply: week.outcome };
  }
  const month = await ask(0, MAX_RANGE_DAYS);
  const parts = [week, await ask(2, 2), await ask(8, 7), await ask(15, 7), await ask(22, 7)];
  const past = await ask(-8, 7);
  const later = await ask(90, 7);
  const lengths = await Promise.all(asked.lengths.map((minutes) => ask(1, 7, minutes)));
  const all = [month, ...parts, past, later, ...lengths];

  const shape = (isSuccess(month.outcome) ? [month, ...parts] : parts).map(({ outcome }) =>
    faultOf('getAvailability', outcome),
  );
  const broken = shape.find((each) => each !== undefined);
  const findings: Finding[] = [
    broken === undefined ? summary(week, month) : finding('getAvailability', 'wrong', broken),
    ...checkRange(month, parts),
    ...checkEach(all, asked.now),
    ...checkLengths(lengths),
  ];
  const refused = [past, later].find(({ outcome }) => isBreakdown(outcome));
  if (refused)
    findings.push(
      fault(
        WHAT,
        `a range in the past or far ahead answered ${answerOf(refused.outcome)}`,
        'answer with an empty list',
      ),
    );
  if (findings.every(({ verdict }) => verdict === 'ok'))
    findings.push(fine(WHAT, 'lie in the range asked for, in the future, and last as long as asked for'));
  const known = isSuccess(month.outcome) ? month.times : parts.flatMap(({ times }) => times);
  return { findings, month: distinct(known), reply: week.outcome };
}

function summary({ times }: Reply, month: Reply): Finding {
  const isNaive = times.some(({ written }) => !/(?:[Zz]|[+-]\d\d:?\d\d)$/.test(written));
  const note = isNaive ? '; the times have no offset and are read as UTC: write 2025-11-15T14:00:00Z' : '';
  const inMonth = isSuccess(month.outcome) ? `, ${month.times.length} in a month` : '';
  return finding('getAvailability', 'ok', `${times.length} open times in a week${inMonth}${note}`);
}

/** Pages ask for a month that begins today at 00:00. */
function checkRange(month: Reply, parts: readonly Reply[]): Finding[] {
  const what = 'a month of times';
  const cure = `answer ranges of ${MAX_RANGE_DAYS} days in full, from today at 00:00 on`;
  const refused = parts.find(({ outcome }) => !isSuccess(outcome));
  if (refused) {
    const days = Math.round((refused.end - refused.start) / DAY_MS);
    return [fault(what, `a range of ${days} days answered ${answerOf(refused.outcome)}`, cure)];
  }
  if (!isSuccess(month.outcome)) {
    const isLimit = month.outcome.kind === 'reply' && month.outcome.status >= 400 && month.outcome.status < 500;
    const says = `${MAX_RANGE_DAYS} days answered ${answerOf(month.outcome)}`;
    return [isLimit ? fine(what, `${says}: a week is answered, so pages ask in parts`) : fault(what, says, cure)];
  }
  const inMonth = new Set(month.times.map(({ start }) => start));
  const lacking = parts
    .flatMap(({ times }) => times)
    .filter(({ start, end }) => start >= month.start && end <= month.end && !inMonth.has(start));
  if (lacking.length === 0) return [];
  const says = `the reply for ${MAX_RANGE_DAYS} days lacks times that the reply for one of its weeks has, such as ${lacking[0]?.written}`;
  return [fault(what, says, cure, lacking.length)];
}

/** The faults of single slots, each kind once. */
function checkEach(replies: readonly Reply[], now: number): Finding[] {
  const kinds: readonly {
    readonly is: (time: Offered, reply: Reply) => boolean;
    readonly says: string;
    readonly cure: string;
  }[] = [
    {
      is: ({ start, end }) => end <= start,
      says: 'end before or when they start',
      cure: 'give the end as the start plus the length',
    },
    {
      is: ({ start }) => start < now - CLOCKS_MS,
      says: 'are in the past',
      cure: 'offer only times that start after now',
    },
    {
      is: ({ start, end }, reply) => start >= now - CLOCKS_MS && (start < reply.start || end > reply.end),
      says: 'lie outside of the range that was asked for',
      cure: 'offer only times between start_date and end_date',
    },
  ];
  return kinds.flatMap(({ is, says, cure }) => {
    const found = replies.flatMap((reply) => reply.times.filter((time) => is(time, reply)));
    return found.length === 0 ? [] : [fault(WHAT, `some ${says}, such as ${found[0]?.written}`, cure, found.length)];
  });
}

function checkLengths(replies: readonly Reply[]): Finding[] {
  const isOther = ({ start, end }: Offered, minutes: number) => end > start && end - start !== minutes * MINUTE_MS;
  const found = replies.flatMap(({ times, minutes }) =>
    times.filter((time) => isOther(time, minutes)).map((time) => ({ time, minutes })),
  );
  const [first] = found;
  if (!first) return [];
  const lasts = (first.time.end - first.time.start) / MINUTE_MS;
  return [
    fault(
      'duration_minutes',
      `asked for ${first.minutes} minutes, times of ${lasts} minutes are offered, such as ${first.time.written}`,
      'offer times as long as duration_minutes asks for',
      found.length,
    ),
  ];
}

/** True for no answer or a server error; false for a refusal. */
function isBreakdown(outcome: Outcome): boolean {
  return outcome.kind === 'failed' || outcome.status >= 500;
}

function distinct(times: readonly Offered[]): Offered[] {
  const byStart = new Map(times.map((time) => [time.start, time]));
  return [...byStart.values()].sort((one, other) => one.start - other.start);
}
