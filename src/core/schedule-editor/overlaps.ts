import type { WeeklyHours } from '../../contract/schedule.ts';
import { spanOf } from '../../domain/availability/hours.ts';
import { DAY_MINUTES } from '../../domain/time/units.ts';
import { hoursOf } from './clock.ts';
import { canonical, type Keyed } from './draft.ts';

/** Weekly hours that overlap on one day in the same weeks, and the hours they make together. */
export interface Overlap {
  readonly keys: readonly string[];
  readonly joined: WeeklyHours;
}

/** Groups of hours that overlap. Hours of different weeks or dates may overlap and are left out. */
export function overlapsIn(weeklyHours: readonly Keyed<WeeklyHours>[]): readonly Overlap[] {
  const groups = new Map<string, Keyed<WeeklyHours>[]>();
  for (const hours of weeklyHours) {
    const { start, end } = spanOf(hours);
    if (end <= start) continue;
    const same = canonical([hours.weekday, hours.every_weeks ?? 1, hours.anchor, hours.valid_from, hours.valid_until]);
    groups.set(same, [...(groups.get(same) ?? []), hours]);
  }
  return [...groups.values()].flatMap(overlapsOf);
}

function overlapsOf(hours: readonly Keyed<WeeklyHours>[]): readonly Overlap[] {
  const sorted = hours.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
  const found: Overlap[] = [];
  let pile: Keyed<WeeklyHours>[] = [];
  let end = 0;
  const close = () => {
    const [first] = pile;
    if (first && pile.length > 1) {
      const { key: _, ...rest } = first;
      const start = spanOf(first).start;
      const joined = { ...rest, ...hoursOf({ start, end: Math.min(end, start + DAY_MINUTES) }) };
      found.push({ keys: pile.map(({ key }) => key), joined });
    }
  };
  for (const part of sorted) {
    const span = spanOf(part);
    if (pile.length > 0 && span.start < end) {
      pile.push(part);
      end = Math.max(end, span.end);
    } else {
      close();
      pile = [part];
      end = span.end;
    }
  }
  close();
  return found;
}
