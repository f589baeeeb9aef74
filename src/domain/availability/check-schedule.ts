import type { Hours, Schedule } from '../../contract/schedule.ts';
import { minutesOf, spanOf } from './hours.ts';

/** What is wrong with a schedule, where (`weekly_hours.2`) and in words a coach understands. */
export interface ScheduleProblem {
  readonly field: string;
  readonly message: string;
}

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Everything in a schedule of the right shape that makes no sense; an empty list when it can be kept. */
export function checkSchedule(schedule: Schedule): readonly ScheduleProblem[] {
  return [
    ...checkWeek(schedule),
    ...checkDates(schedule),
    ...checkZones(schedule),
    ...checkDurations(schedule),
    ...checkLimits(schedule),
  ];
}

function checkWeek({ weekly_hours }: Schedule): ScheduleProblem[] {
  return weekly_hours.flatMap((hours, index) => {
    const name = `${WEEKDAYS[hours.weekday] ?? 'Day'} ${written(hours)}`;
    const messages = [...checkHours(name, hours)];
    const { valid_from, valid_until, every_weeks = 1, anchor } = hours;
    if (valid_from && valid_until && valid_until < valid_from) {
      messages.push(`${name} is valid until ${valid_until}, before it begins on ${valid_from}`);
    }
    if (every_weeks > 1 && !anchor && !valid_from) {
      messages.push(`${name} comes every ${every_weeks} weeks; say from which week with an anchor date`);
    }
    return messages.map((message) => ({ field: `weekly_hours.${index}`, message }));
  });
}

function checkDates({ date_overrides }: Schedule): ScheduleProblem[] {
  return date_overrides.flatMap(({ from, until, kind, hours = [] }, index) => {
    const days = from === until ? from : `${from} to ${until}`;
    const problems: ScheduleProblem[] = [];
    const field = `date_overrides.${index}`;
    if (until < from) problems.push({ field, message: `${days} ends before it starts` });
    if (kind === 'closed' && hours.length > 0) problems.push({ field, message: `${days} is closed and has hours` });
    if (kind !== 'closed' && hours.length === 0) {
      problems.push({ field, message: `${days} has no hours; add some, or close it` });
    }
    hours.forEach((entry, position) => {
      for (const message of checkHours(`${days}, ${written(entry)}`, entry)) {
        problems.push({ field: `${field}.hours.${position}`, message });
      }
    });
    return problems;
  });
}

function checkZones({ zone_overrides }: Schedule): ScheduleProblem[] {
  return zone_overrides.flatMap(({ from, until, time_zone }, index) => {
    const field = `zone_overrides.${index}`;
    if (until < from) return [{ field, message: `${time_zone}: ${from} to ${until} ends before it starts` }];
    const clash = zone_overrides.slice(0, index).find((other) => other.from <= until && from <= other.until);
    if (!clash) return [];
    const message = `${time_zone} from ${from} to ${until} overlaps ${clash.time_zone} from ${clash.from} to ${clash.until}`;
    return [{ field, message }];
  });
}

function checkDurations({ durations }: Schedule): ScheduleProblem[] {
  return durations.flatMap(({ minutes }, index) => {
    const field = `durations.${index}`;
    if (minutes < 15 || minutes > 480) {
      return [{ field, message: `A session of ${minutes} minutes: the length must be 15 to 480 minutes` }];
    }
    const twice = durations.slice(0, index).some((other) => other.minutes === minutes);
    return twice ? [{ field, message: `A session of ${minutes} minutes is offered twice` }] : [];
  });
}

function checkLimits({ daily_limit, weekly_limit }: Schedule): ScheduleProblem[] {
  if (daily_limit === null || weekly_limit === null || weekly_limit >= daily_limit) return [];
  const message = `At most ${weekly_limit} sessions a week leaves no room for ${daily_limit} a day`;
  return [{ field: 'weekly_limit', message }];
}

function* checkHours(name: string, hours: Hours): Generator<string> {
  const { start, end } = spanOf(hours);
  if (hours.start === '24:00') yield `${name} starts at 24:00; write 00:00 on the next day`;
  if (end === start) yield `${name} is empty: it ends when it starts`;
  else if (end < start) yield `${name} ends before it starts`;
  else if (end - start > 1440) yield `${name} is longer than a day`;
  else if (hours.ends_next_day && minutesOf(hours.end) === 1440) yield `${name} ends at 24:00 the next day`;
}

function written({ start, end, ends_next_day }: Hours): string {
  return `${start}–${end}${ends_next_day ? ' the next day' : ''}`;
}
