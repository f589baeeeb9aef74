import type { DateOverride, Hours, Schedule, WeeklyHours } from '../../../contract/schedule.ts';
import type { LocalDate, LocalTime } from '../../../contract/values.ts';
import { type Section, sections } from '../../../core/schedule-editor/sections.ts';
import { minutesOf } from '../../../domain/availability/hours.ts';
import type { Days, ScheduleFault } from '../../../domain/availability/schedule-faults.ts';
import { faultText } from '../../../domain/availability/schedule-faults.ts';
import { labelled } from '../../../domain/language/labelled.ts';
import { listed } from '../../../domain/language/listed.ts';
import { unbroken } from '../../../domain/language/unbroken.ts';
import { majorAmount, moneyStyle } from '../../../domain/money/minor-digits.ts';
import { dateFormatter, formatDay, formatTime, zoneCity } from '../../../domain/time/format.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { DAY_MINUTES, MINUTE_MS } from '../../../domain/time/units.ts';
import type { EditorMessages } from '../../i18n/editor.ts';

/** Language, clock and texts of the coach. */
export interface Reading {
  readonly locale: string;
  /** Left out: the language's default. */
  readonly hour12: boolean | undefined;
  readonly t: EditorMessages;
}

/** Writes minutes since midnight as a time of day; from 24:00 on that of the next day. */
export function clock(minutes: number, { locale, hour12 }: Reading): string {
  return formatTime((minutes % DAY_MINUTES) * MINUTE_MS, { locale, hour12, timeZone: 'UTC' });
}

/** A full hour at the edge of the grid: "9 AM", "09:00". */
export function hourText(hour: number, reading: Reading): string {
  const text = clock(hour * 60, reading);
  return reading.hour12 ? text.replace(/[:.]00/, '') : text;
}

/** A time as a field shows it. The midnight that ends a day is 24:00 where the clock counts to 24. */
export function fieldTime(time: LocalTime, reading: Reading): string {
  const shown = clock(minutesOf(time), reading);
  return time === '24:00' && /^0?0\D/.test(shown) ? '24:00' : shown;
}

/** Monday 1 to Sunday 7 in full, or short. */
export function weekdayName(weekday: number, { locale }: Reading, style: 'long' | 'short' = 'long'): string {
  // 2024-01-01 was a Monday.
  return formatDay(addDays('2024-01-01', weekday - 1), { locale, weekday: style });
}

/** "24 Dec 2025". */
export function shortDate(date: LocalDate, { locale }: Reading): string {
  return formatDay(date, { locale, day: 'numeric', month: 'short', year: 'numeric' });
}

/** "09:00–12:00", with a note when the end is after midnight. */
export function rangeText(hours: Hours, reading: Reading): string {
  const [start, end] = [hours.start, hours.end].map((time) => unbroken(fieldTime(time, reading))) as [string, string];
  return reading.t.range(start, hours.ends_next_day ? reading.t.endsNextDay(end) : end);
}

/** The conditions of weekly hours: "every 2 weeks", "until 3 Dec 2025". */
export function conditions(hours: WeeklyHours, reading: Reading): readonly string[] {
  const { t } = reading;
  const every = hours.every_weeks ?? 1;
  return [
    ...(every > 1 ? [t.everyWeeks(every)] : []),
    ...(hours.valid_from ? [t.from(shortDate(hours.valid_from, reading))] : []),
    ...(hours.valid_until ? [t.until(shortDate(hours.valid_until, reading))] : []),
  ];
}

/** "Friday 09:00–12:00, every 2 weeks": what a screen reader hears. */
export function describeHours(hours: WeeklyHours, reading: Reading): string {
  const basis = reading.t.hoursOn(weekdayName(hours.weekday, reading), rangeText(hours, reading));
  return listed([basis, ...conditions(hours, reading)], reading.locale);
}

/** A fault of a schedule in words: "Tuesday 14:00–13:00 ends before it starts". */
export function problemText(fault: ScheduleFault, reading: Reading): string {
  return faultText(fault, reading.t.faults, {
    week: (hours) => reading.t.hoursOn(weekdayName(hours.weekday, reading), rangeText(hours, reading)),
    hours: (hours) => rangeText(hours, reading),
    days: (days) => daysText(days, reading),
    date: (date) => shortDate(date, reading),
    zone: zoneCity,
  });
}

/** "24 Dec 2025 – 2 Jan 2026", "24–26 Dec 2025", "24 Dec 2025"; without an end "24 Dec 2025 –". */
export function daysText({ from, until }: Days, { locale }: Reading): string {
  const format = dateFormatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const first = Date.parse(from);
  if (!until) return `${format.format(first)} –`;
  const last = Date.parse(until);
  return first <= last ? format.formatRange(first, last) : `${format.format(first)} – ${format.format(last)}`;
}

/** "Closed", or "Other hours 10:00–12:00". */
export function overrideText({ kind, hours }: DateOverride, reading: Reading): string {
  const times = kind === 'closed' ? [] : (hours ?? []).map((entry) => rangeText(entry, reading));
  return [reading.t.kinds[kind], listed(times, reading.locale)].filter(Boolean).join(' ');
}

/** "24 December: Closed". */
export function datedOverrideText(part: DateOverride, reading: Reading): string {
  return labelled(daysText(part, reading), overrideText(part, reading), reading.locale);
}

/** "90 minutes", "2 hours", "3 days": the largest unit that divides. */
export function lengthText(minutes: number, { locale }: Reading): string {
  const [unit, size] =
    minutes > 0 && minutes % DAY_MINUTES === 0
      ? (['day', DAY_MINUTES] as const)
      : minutes > 0 && minutes % 60 === 0
        ? (['hour', 60] as const)
        : (['minute', 1] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}

/** A section of a schedule as lines to compare. */
export function sectionLines(section: Section, schedule: Schedule, reading: Reading): readonly string[] {
  const { t } = reading;
  if (section === 'hours') {
    const byDay = schedule.weekly_hours.toSorted(
      (a, b) => a.weekday - b.weekday || minutesOf(a.start) - minutesOf(b.start),
    );
    return byDay.map((hours) => describeHours(hours, reading));
  }
  if (section === 'exceptions') {
    const byDate = schedule.date_overrides.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return byDate.map((part) => listed([datedOverrideText(part, reading), part.note], reading.locale));
  }
  if (section === 'zone') {
    const trips = schedule.zone_overrides.map((trip) =>
      labelled(daysText(trip, reading), zoneCity(trip.time_zone), reading.locale),
    );
    return [zoneCity(schedule.time_zone), ...trips];
  }
  const lengths = section === 'sessions' ? schedule.durations.map((duration) => durationText(duration, reading)) : [];
  const fields = sections[section].filter((field) => field !== 'durations');
  return [...lengths, ...fields.map((field) => t.summary[field](settingText(field, schedule, reading)))];
}

/** "60 minutes, €80.00". */
export function durationText({ minutes, price }: Schedule['durations'][number], reading: Reading): string {
  const length = reading.t.minutes(minutes);
  return price ? listed([length, money(price.amount, price.currency, reading)], reading.locale) : length;
}

function money(amount: number, currency: string, { locale }: Reading): string {
  return new Intl.NumberFormat(locale, { ...moneyStyle(currency), trailingZeroDisplay: 'auto' }).format(
    majorAmount({ amount, currency }),
  );
}

function settingText(
  field: Exclude<keyof EditorMessages['summary'], 'notice' | 'noNotice'>,
  schedule: Schedule,
  reading: Reading,
): string {
  const { t } = reading;
  if (field === 'booking_window') {
    const { booking_window: window } = schedule;
    if (window.kind === 'until') return t.until(shortDate(window.date, reading));
    return window.kind === 'rolling' ? lengthText(window.days * DAY_MINUTES, reading) : t.unlimited;
  }
  if (field === 'slot_alignment') return schedule.slot_alignment === 'clock' ? t.alignClock : t.alignInterval;
  if (field === 'guest_requests_lapse_hours') {
    const { guest_requests_lapse_hours: hours } = schedule;
    return hours === undefined ? t.lapseUsual : hours === null ? t.lapseNever : lengthText(hours * 60, reading);
  }
  const value = schedule[field];
  if (field === 'daily_limit' || field === 'weekly_limit') return value?.toLocaleString(reading.locale) ?? t.noLimit;
  if (field === 'cancel_notice_minutes' || field === 'move_notice_minutes') {
    return value ? t.summary.notice(lengthText(value, reading)) : t.summary.noNotice;
  }
  return value === null ? t.sessionLength : lengthText(value, reading);
}
