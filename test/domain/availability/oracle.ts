import { Temporal } from 'temporal-polyfill';
import type { Hours, Schedule, WeeklyHours } from '../../../src/contract/schedule.ts';

/**
 * What can be booked, said a second time: slowly, one start and one minute at a time, with Temporal for every clock and
 * nothing of the engine. Instants are epoch ms. Offsets, hours and steps must be multiples of `grid` minutes.
 */
export interface Question {
  readonly schedule: Schedule;
  readonly booked: readonly { readonly start: number; readonly end: number }[];
  readonly blocked: readonly { readonly start: number; readonly end: number }[];
  readonly range: { readonly start: number; readonly end: number };
  readonly now: number;
  readonly durationMinutes: number;
  /** Minutes between the moments looked at. */
  readonly grid: number;
}

const MINUTE = 60_000;
/** RFC 3339 writes nothing later. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Every start the rules allow, in order. */
export function startsByOracle(question: Question): number[] {
  const { schedule, range, grid, durationMinutes } = question;
  if (!lengthIsOffered(schedule, durationMinutes)) return [];
  const hoursOn = remembered((day: string) => hoursOf(schedule, Temporal.PlainDate.from(day)));
  const isOpen = remembered((instant: number) => openAt(schedule, instant, hoursOn));
  const starts: number[] = [];
  const first = Math.ceil(range.start / (grid * MINUTE)) * grid * MINUTE;
  for (let start = first; start < range.end; start += grid * MINUTE) {
    const rules = [
      () => start > question.now && start >= question.now + schedule.minimum_notice_minutes * MINUTE,
      () => start + durationMinutes * MINUTE <= LAST_INSTANT,
      () => clearOfOthers(question, start),
      () => fits(start, durationMinutes, grid, isOpen),
      () => onGrid(question, start, isOpen),
      () => insideWindow(question, start),
      () => withinLimits(question, start),
    ];
    if (rules.every((holds) => holds())) starts.push(start);
  }
  return starts;
}

function lengthIsOffered(schedule: Schedule, length: number): boolean {
  const listed = schedule.durations.map(({ minutes }) => minutes);
  return listed.length > 0 ? listed.includes(length) : length >= 15 && length <= 480;
}

function fits(start: number, length: number, grid: number, isOpen: (instant: number) => boolean): boolean {
  for (let minute = 0; minute < length; minute += grid) {
    if (!isOpen(start + minute * MINUTE)) return false;
  }
  return true;
}

/** Is some interval of some day showing on the clock that the coach keeps on that day? */
function openAt(schedule: Schedule, instant: number, hoursOn: (day: string) => readonly Hours[]): boolean {
  const zones = [schedule.time_zone, ...schedule.zone_overrides.map(({ time_zone }) => time_zone)];
  for (const zone of new Set(zones)) {
    const wall = at(instant, zone).toPlainDateTime();
    for (const daysAgo of [0, 1, 2]) {
      const day = wall.toPlainDate().subtract({ days: daysAgo });
      if (zoneOfDay(schedule, day) !== zone) continue;
      const minutes = daysAgo * 1440 + wall.hour * 60 + wall.minute;
      if (hoursOn(day.toString()).some((hours) => begins(hours) <= minutes && minutes < ends(hours))) return true;
    }
  }
  return false;
}

function hoursOf(schedule: Schedule, day: Temporal.PlainDate): readonly Hours[] {
  const today = schedule.date_overrides.filter(
    ({ from, until }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0,
  );
  if (today.some(({ kind }) => kind === 'closed')) return [];
  const instead = today.filter(({ kind }) => kind === 'hours');
  const extra = today.filter(({ kind }) => kind === 'extra').flatMap(({ hours }) => hours ?? []);
  const usual =
    instead.length > 0
      ? instead.flatMap(({ hours }) => hours ?? [])
      : schedule.weekly_hours.filter((weekly) => comesOn(weekly, day));
  return [...usual, ...extra];
}

function comesOn(weekly: WeeklyHours, day: Temporal.PlainDate): boolean {
  if (weekly.weekday !== day.dayOfWeek) return false;
  if (weekly.valid_from && Temporal.PlainDate.compare(day, weekly.valid_from) < 0) return false;
  if (weekly.valid_until && Temporal.PlainDate.compare(day, weekly.valid_until) > 0) return false;
  const anchor = Temporal.PlainDate.from(weekly.anchor ?? weekly.valid_from ?? '1970-01-01');
  const weeks = monday(anchor).until(monday(day), { largestUnit: 'days' }).days / 7;
  return weeks % (weekly.every_weeks ?? 1) === 0;
}

function begins(hours: Hours): number {
  return Number(hours.start.slice(0, 2)) * 60 + Number(hours.start.slice(3));
}

function ends(hours: Hours): number {
  const end = Number(hours.end.slice(0, 2)) * 60 + Number(hours.end.slice(3));
  return hours.ends_next_day ? end + 1440 : end;
}

/** Starts are counted from where the opening began, walked back to; after a week of it, they go by the clock. */
function onGrid(
  { schedule, durationMinutes, grid }: Question,
  start: number,
  isOpen: (at: number) => boolean,
): boolean {
  const step = schedule.slot_step_minutes ?? durationMinutes;
  const wall = at(start, zoneInForce(schedule, start)).toPlainTime();
  const onClock = (wall.hour * 60 + wall.minute) % step === 0;
  if (schedule.slot_alignment === 'clock') return onClock;
  let elapsed = 0;
  while (isOpen(start - (elapsed + grid) * MINUTE)) {
    elapsed += grid;
    if (elapsed >= 7 * 1440) return onClock;
  }
  return elapsed % step === 0;
}

function insideWindow({ schedule, now }: Question, start: number): boolean {
  const window = schedule.booking_window;
  if (window.kind === 'unlimited') return true;
  const last = window.kind === 'until' ? Temporal.PlainDate.from(window.date) : coachDay(schedule, now).add(window);
  const zone = zoneOfDay(schedule, last);
  return start < last.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

function clearOfOthers({ schedule, booked, blocked, durationMinutes }: Question, start: number): boolean {
  const end = start + durationMinutes * MINUTE;
  const gap = (schedule.buffer_after_minutes + schedule.buffer_before_minutes) * MINUTE;
  const clearOf = (other: { start: number; end: number }, apart: number) =>
    other.start >= other.end || other.start - end >= apart || start - other.end >= apart;
  return booked.every((session) => clearOf(session, gap)) && blocked.every((busy) => clearOf(busy, 0));
}

function withinLimits({ schedule, booked }: Question, start: number): boolean {
  const day = coachDay(schedule, start);
  const sessions = booked.filter((session) => session.start < session.end);
  const days = sessions.map((session) => coachDay(schedule, session.start));
  const today = days.filter((other) => other.equals(day)).length;
  const thisWeek = days.filter((other) => monday(other).equals(monday(day))).length;
  return today < (schedule.daily_limit ?? Infinity) && thisWeek < (schedule.weekly_limit ?? Infinity);
}

function coachDay(schedule: Schedule, instant: number): Temporal.PlainDate {
  return at(instant, zoneInForce(schedule, instant)).toPlainDate();
}

function zoneOfDay(schedule: Schedule, day: Temporal.PlainDate): string {
  for (const { from, until, time_zone } of schedule.zone_overrides) {
    const inside =
      Temporal.PlainDate.compare(from, day) <= 0 && (!until || Temporal.PlainDate.compare(day, until) <= 0);
    if (inside) return time_zone;
  }
  return schedule.time_zone;
}

function zoneInForce(schedule: Schedule, instant: number): string {
  for (const { from, until, time_zone } of schedule.zone_overrides) {
    const first = Temporal.PlainDate.from(from).toZonedDateTime(time_zone);
    const end = until && Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(time_zone);
    if (first.epochMilliseconds <= instant && (!end || instant < end.epochMilliseconds)) return time_zone;
  }
  return schedule.time_zone;
}

function at(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function remembered<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}
