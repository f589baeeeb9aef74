import type { Schedule } from '../../contract/schedule.ts';
import { isSessionLength } from '../../contract/session-length.ts';
import { LAST_INSTANT_MS } from '../../contract/values.ts';
import { dayNumber } from '../time/local-date.ts';
import type { OffsetSpan } from '../time/offsets.ts';
import { DAY_MS, MINUTE_MS } from '../time/units.ts';
import { startOfDayNumber } from '../time/zone.ts';
import { coachClock, coachDayAt, zoneOn } from './coach-clock.ts';
import { stepsFrom, stepsOnClock } from './grid-starts.ts';
import { type Interval, intersect, subtract } from './interval.ts';
import { openIntervals } from './open-intervals.ts';
import { takenStarts } from './taken-starts.ts';

/** Starts are counted from the beginning of an open interval for this long; later ones follow the coach's clock. */
const LONGEST_COUNT_MS = 7 * DAY_MS;

/** A session counts towards a limit up to a week away; zone overrides can lengthen that week by a day on either side. */
export const LIMIT_REACH_MS = 9 * DAY_MS;

/** Everything that decides what can be booked; instants in epoch ms. */
export interface SlotQuery {
  readonly schedule: Schedule;
  /** The coach's sessions: their buffers are kept and they count towards the limits. */
  readonly booked: readonly Interval[];
  /** Other entries in the coach's calendar: no slot overlaps them; without buffers, and they do not count towards limits. */
  readonly blocked?: readonly Interval[];
  /** Slots start within it: `range.start <= start < range.end`. */
  readonly range: Interval;
  readonly now: number;
  readonly durationMinutes: number;
}

/** True when sessions of this length can be booked: one of the listed lengths, or any length when none is listed. */
export function offersDuration(schedule: Schedule, minutes: number): boolean {
  if (schedule.durations.length > 0) return schedule.durations.some((offered) => offered.minutes === minutes);
  return isSessionLength(minutes);
}

/**
 * Every session that can be booked and starts in the range, in order. The rules, with a picture each, are in
 * `docs/availability.md`. Bookings are scanned once and the relevant ones sorted once; after that the cost grows with the days and
 * the slots found.
 */
export function findSlots(query: SlotQuery): Interval[] {
  const { schedule, durationMinutes } = query;
  const range = bookableRange(query);
  if (!(range.start < range.end) || !offersDuration(schedule, durationMinutes)) return [];
  const duration = durationMinutes * MINUTE_MS;
  const step = (schedule.slot_step_minutes ?? durationMinutes) * MINUTE_MS;
  const clock = coachClock(schedule, { start: range.start - LIMIT_REACH_MS, end: range.end + LIMIT_REACH_MS });
  const taken = takenStarts(query, range, duration, clock);

  const open = openIntervals(schedule, { start: range.start - LONGEST_COUNT_MS, end: range.end + duration });
  const fitting = open
    .map(({ start, end }) => ({ start, end: end - duration + 1 }))
    .filter(({ start, end }) => start < end);

  const slots: Interval[] = [];
  let index = 0;
  for (const free of subtract(intersect(fitting, [range]), taken)) {
    while ((open[index]?.end ?? free.end) <= free.start) index++;
    const opened = open[index]?.start ?? free.start;
    for (const start of startsIn(free, opened, step, schedule, clock)) slots.push({ start, end: start + duration });
  }
  return slots;
}

/** True exactly when `findSlots` offers this start, in any range that contains it. */
export function isBookable(query: Omit<SlotQuery, 'range'>, start: number): boolean {
  return findSlots({ ...query, range: { start, end: start + 1 } })[0]?.start === start;
}

/** How far ahead the next slots are searched, in days. */
export const SEARCH_DAYS = 731;

/**
 * The next `count` sessions that can be booked and start at `after` (now, when left out) or later, at most two years
 * on. It searches ranges that double in length: two empty years cost eight searches, a free afternoon one.
 */
export function nextSlots(query: Omit<SlotQuery, 'range'>, count: number, after: number = query.now): Interval[] {
  const found: Interval[] = [];
  const last = after + SEARCH_DAYS * DAY_MS;
  for (let start = after, days = 4; start < last && found.length < count; days *= 2) {
    const end = Math.min(last, start + days * DAY_MS);
    found.push(...findSlots({ ...query, range: { start, end } }));
    start = end;
  }
  return found.slice(0, count);
}

/** The part of the range after the notice and within the booking window. */
function bookableRange({ schedule, range, now, durationMinutes }: SlotQuery): Interval {
  const notice = now + schedule.minimum_notice_minutes * MINUTE_MS;
  // Without notice a session still starts after now.
  const earliest = Math.max(notice, Math.floor(now) + 1);
  // Later starts would end after the last instant that can be written.
  const latest = LAST_INSTANT_MS - durationMinutes * MINUTE_MS + 1;
  return { start: Math.max(range.start, earliest), end: Math.min(range.end, endOfWindow(schedule, now), latest) };
}

function startsIn(
  free: Interval,
  opened: number,
  step: number,
  schedule: Schedule,
  clock: readonly OffsetSpan[],
): number[] {
  if (schedule.slot_alignment === 'clock') return stepsOnClock(clock, step, free);
  const counted = { start: free.start, end: Math.min(free.end, opened + LONGEST_COUNT_MS) };
  const uncounted = { start: Math.max(free.start, opened + LONGEST_COUNT_MS), end: free.end };
  return [...stepsFrom(opened, step, counted), ...stepsOnClock(clock, step, uncounted)];
}

/**
 * The end of the booking window: later slots cannot be booked yet. It is the midnight that ends the window's last day on the
 * coach's clock. A rolling window of n days is the coach's today and the n days after it.
 */
function endOfWindow(schedule: Schedule, now: number): number {
  const window = schedule.booking_window;
  if (window.kind === 'unlimited') return Number.POSITIVE_INFINITY;
  const last = window.kind === 'until' ? dayNumber(window.date) : coachDayAt(schedule, now) + window.days;
  return startOfDayNumber(zoneOn(schedule, last), last + 1);
}
