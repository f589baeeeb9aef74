import { MINUTE_MS } from '../../time/units.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { DAY, dayOf, UnreadableValue, type WallTime, wallTime } from './times.ts';

/** A day with the values that rules compare. */
interface RuleDay {
  /** 00:00. */
  readonly wall: WallTime;
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly daysInMonth: number;
  /** 1 to 366. */
  readonly yearDay: number;
  readonly daysInYear: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

/** The range of a recurrence to find. */
interface Stretch {
  /** Earlier occurrences may be left out. */
  readonly from: WallTime;
  /** No occurrence at this time or later is given. */
  readonly to: WallTime;
}

const HOUR = 60 * MINUTE_MS;
const LONGEST = { YEARLY: 366 * DAY, MONTHLY: 31 * DAY, WEEKLY: 7 * DAY, DAILY: DAY } as const;
const UNITS = { HOURLY: HOUR, MINUTELY: MINUTE_MS, SECONDLY: 1000 } as const;
/** The most periods (years, months, weeks, days or shorter) followed for one rule: 500 years of days. */
const MOST_PERIODS = 200_000;

/**
 * The wall times of a recurring event's starts, in order. The first is the event's own start, even when the rule excludes it, as
 * calendar programs show it. UNTIL is left to the caller, who knows the zones. Ends also for rules that never occur (30 February).
 * Throws `UnreadableValue` when the rule takes more than 200,000 periods to follow.
 */
export function* recurrence(rule: RecurrenceRule, start: WallTime, { from, to }: Stretch): Generator<WallTime> {
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  if (left < 1 || start >= to) return;
  yield start;
  left--;
  const candidates = periodReader(rule, start);
  // Earlier periods are skipped unless COUNT needs their occurrences.
  let index = rule.count === undefined ? candidates.indexBefore(from) : 0;
  for (let periods = 0; left > 0; periods++) {
    if (periods > MOST_PERIODS) throw new UnreadableValue('a rule with too many periods');
    if (candidates.startOf(index) >= to) return;
    const { walls, next } = candidates.read(index);
    for (const wall of walls) {
      if (wall <= start) continue;
      if (wall >= to || left === 0) return;
      left--;
      yield wall;
    }
    index = next;
  }
}

interface PeriodReader {
  /** The last period that begins at or before a time, never one before the first. */
  indexBefore(wall: WallTime): number;
  startOf(index: number): WallTime;
  /** The occurrences of the period, sorted, and the index of the next period to read. */
  read(index: number): { readonly walls: readonly WallTime[]; readonly next: number };
}

function periodReader(rule: RecurrenceRule, start: WallTime): PeriodReader {
  const { frequency } = rule;
  if (frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY')
    return clockPeriods(rule, start, UNITS[frequency]);
  return calendarPeriods(rule, start, frequency);
}

/** Years, months, weeks and days. */
function calendarPeriods(rule: RecurrenceRule, start: WallTime, frequency: keyof typeof LONGEST): PeriodReader {
  const { interval, positions } = rule;
  const matches = dayFilter(withDefaults(rule, start));
  const times = timesOfDay(rule, start);
  const first = new Date(start);
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  const week = dayOf(start) - ((first.getUTCDay() - rule.weekStart + 7) % 7) * DAY;
  const startOf = (index: number): WallTime => {
    const steps = index * interval;
    if (frequency === 'DAILY') return dayOf(start) + steps * DAY;
    if (frequency === 'WEEKLY') return week + steps * 7 * DAY;
    if (frequency === 'YEARLY') return monthStart(year + steps, 0);
    return monthStart(year, month + steps);
  };
  const endOf = (wall: WallTime): WallTime => {
    if (frequency === 'DAILY') return wall + DAY;
    if (frequency === 'WEEKLY') return wall + 7 * DAY;
    const date = new Date(wall);
    if (frequency === 'YEARLY') return monthStart(date.getUTCFullYear() + 1, 0);
    return monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1);
  };
  return {
    startOf,
    // Uses the longest period of its kind, so the result is at worst a few periods too early.
    indexBefore: (wall) => Math.max(0, Math.floor((wall - startOf(0)) / (LONGEST[frequency] * interval))),
    read(index) {
      const begin = startOf(index);
      const walls: WallTime[] = [];
      for (const day of daysBetween(begin, endOf(begin))) {
        if (matches(day)) for (const time of times) walls.push(day.wall + time);
      }
      return { walls: atPositions(walls, positions), next: index + 1 };
    },
  };
}

/** Hours, minutes and seconds. */
function clockPeriods(rule: RecurrenceRule, start: WallTime, unit: number): PeriodReader {
  const matches = dayFilter(rule);
  const step = unit * rule.interval;
  const first = Math.floor(start / unit) * unit;
  const startOf = (index: number) => first + index * step;
  const within = (list: readonly number[], value: number) => list.length === 0 || list.includes(value);
  const minutes = unit === HOUR ? given(rule.minutes, minuteOf(start)) : [0];
  const seconds = unit === UNITS.SECONDLY ? [0] : given(rule.seconds, secondOf(start));
  const times = minutes.flatMap((minute) => seconds.map((second) => minute * MINUTE_MS + second * 1000)).sort(byValue);
  let known: { readonly wall: WallTime; readonly matches: boolean } | undefined;
  return {
    startOf,
    indexBefore: (wall) => Math.max(0, Math.floor((wall - first) / step)),
    read(index) {
      const wall = startOf(index);
      const day = dayOf(wall);
      if (known?.wall !== day) known = { wall: day, matches: matches(ruleDay(day)) };
      // Skips the rest of a day that the rule excludes.
      if (!known.matches) return { walls: [], next: Math.max(index + 1, Math.ceil((day + DAY - first) / step)) };
      const isMet =
        within(rule.hours, Math.floor((wall - day) / HOUR)) &&
        (unit === HOUR || within(rule.minutes, minuteOf(wall))) &&
        (unit !== UNITS.SECONDLY || within(rule.seconds, secondOf(wall)));
      return {
        walls: isMet
          ? atPositions(
              times.map((time) => wall + time),
              rule.positions,
            )
          : [],
        next: index + 1,
      };
    },
  };
}

/** Fills in missing parts of a rule from the start (RFC 5545 3.3.10). */
function withDefaults(rule: RecurrenceRule, start: WallTime): RecurrenceRule {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays } = rule;
  const date = new Date(start);
  const weekday = [{ weekday: date.getUTCDay(), nth: 0 }];
  if (yearDays.length + monthDays.length + weekdays.length > 0) return rule;
  if (frequency === 'WEEKLY' || weekNumbers.length > 0) return { ...rule, weekdays: weekday };
  const monthDay = [date.getUTCDate()];
  if (frequency === 'MONTHLY') return { ...rule, monthDays: monthDay };
  if (frequency !== 'YEARLY') return rule;
  return { ...rule, monthDays: monthDay, months: months.length > 0 ? months : [date.getUTCMonth() + 1] };
}

/** Makes a test: does a day match every part of the rule that is about days? */
function dayFilter(rule: RecurrenceRule): (day: RuleDay) => boolean {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays, weekStart } = rule;
  // The number before a weekday applies in months and years only, and not together with week numbers.
  const counts = frequency === 'MONTHLY' || (frequency === 'YEARLY' && weekNumbers.length === 0);
  const inMonth = frequency === 'MONTHLY' || months.length > 0;
  const signed = (list: readonly number[], value: number, size: number) =>
    list.length === 0 || list.includes(value) || list.includes(value - size - 1);
  const isWeekday = (day: RuleDay) => {
    const [place, size] = inMonth ? [day.day, day.daysInMonth] : [day.yearDay, day.daysInYear];
    const [nth, last] = [Math.ceil(place / 7), -Math.ceil((size - place + 1) / 7)];
    return weekdays.some((each) => {
      if (each.weekday !== day.weekday) return false;
      return !counts || each.nth === 0 || each.nth === nth || each.nth === last;
    });
  };
  return (day) =>
    (months.length === 0 || months.includes(day.month)) &&
    signed(monthDays, day.day, day.daysInMonth) &&
    signed(yearDays, day.yearDay, day.daysInYear) &&
    (weekdays.length === 0 || isWeekday(day)) &&
    (weekNumbers.length === 0 || isInWeeks(day.wall, weekNumbers, weekStart));
}

/** Week 1 is the first week with at least four days in the year. */
function isInWeeks(day: WallTime, numbers: readonly number[], weekStart: number): boolean {
  const weekday = (new Date(day).getUTCDay() - weekStart + 7) % 7;
  // The fourth day of a week lies in the year the week belongs to.
  const year = new Date(day + (3 - weekday) * DAY).getUTCFullYear();
  const firstOf = (of: number) => {
    const fourth = monthStart(of, 0) + 3 * DAY;
    return fourth - ((new Date(fourth).getUTCDay() - weekStart + 7) % 7) * DAY;
  };
  const number = Math.floor((day - firstOf(year)) / (7 * DAY)) + 1;
  const weeks = (firstOf(year + 1) - firstOf(year)) / (7 * DAY);
  return numbers.includes(number) || numbers.includes(number - weeks - 1);
}

/** Milliseconds after 00:00, in order. */
function timesOfDay(rule: RecurrenceRule, start: WallTime): readonly number[] {
  const hours = given(rule.hours, Math.floor((start - dayOf(start)) / HOUR));
  const minutes = given(rule.minutes, minuteOf(start));
  const seconds = given(rule.seconds, secondOf(start));
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE_MS + second * 1000)),
  );
  return [...new Set(times)].sort(byValue);
}

/** BYSETPOS: the first is 1, the last -1; all when there is no BYSETPOS. */
function atPositions(walls: readonly WallTime[], positions: readonly number[]): readonly WallTime[] {
  if (positions.length === 0) return walls;
  const chosen = new Set(positions.map((position) => walls.at(position > 0 ? position - 1 : position)));
  return walls.filter((wall) => chosen.has(wall));
}

function* daysBetween(begin: WallTime, end: WallTime): Generator<RuleDay> {
  for (let wall = begin; wall < end; wall += DAY) yield ruleDay(wall);
}

function ruleDay(wall: WallTime): RuleDay {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 1 : 0;
  return {
    wall,
    month: month + 1,
    day,
    daysInMonth: (MONTH_LENGTHS[month] ?? 0) + (month === 1 ? leap : 0),
    yearDay: (DAYS_BEFORE[month] ?? 0) + (month > 1 ? leap : 0) + day,
    daysInYear: 365 + leap,
    weekday: date.getUTCDay(),
  };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE = MONTH_LENGTHS.map((_, month) => MONTH_LENGTHS.slice(0, month).reduce((sum, days) => sum + days, 0));

/** `month` counts from 0; 12 and more are months of later years. */
function monthStart(year: number, month: number): WallTime {
  return wallTime(year + Math.floor(month / 12), (month % 12) + 1, 1) ?? 0;
}

const byValue = (one: number, other: number): number => one - other;
const given = (list: readonly number[], otherwise: number): readonly number[] => (list.length > 0 ? list : [otherwise]);
const minuteOf = (wall: WallTime): number => Math.floor((wall - dayOf(wall)) / MINUTE_MS) % 60;
const secondOf = (wall: WallTime): number => Math.floor((wall - dayOf(wall)) / 1000) % 60;
