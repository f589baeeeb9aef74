import type { Component } from './components.ts';
import { recurrence } from './recurrence.ts';
import { type RecurrenceRule, readRule } from './recurrence-rule.ts';
import { DAY, readTime, readTimes, type WallTime } from './times.ts';

/** Winter or summer time of a VTIMEZONE (RFC 5545 3.6.5). Offsets in ms east of UTC. */
interface Observance {
  readonly start: WallTime;
  readonly rule: RecurrenceRule | undefined;
  readonly dates: readonly WallTime[];
  readonly from: number;
  readonly to: number;
}

interface Change {
  /** Epoch ms. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const YEAR = 366 * DAY;

/**
 * Makes a function that converts wall times by a VTIMEZONE. An observance that is malformed is left out.
 * @returns a function from wall time to instant; undefined when the definition has no usable observance
 */
export function readZoneDefinition(component: Component): ((wall: WallTime) => number) | undefined {
  const observances = component.parts.flatMap((part) => readObservance(part) ?? []);
  const [first] = observances;
  if (!first) return undefined;
  const changesOf = new Map<number, readonly Change[]>();
  return (wall) => {
    const year = new Date(wall).getUTCFullYear();
    const changes = changesOf.get(year) ?? changesAround(observances, year);
    changesOf.set(year, changes);
    let offset = changes[0]?.from ?? first.to;
    for (const { at, from, to } of changes) {
      // The old offset holds until the later of both readings: skipped readings use the offset before, repeated ones are the first.
      if (wall >= at + Math.max(from, to)) offset = to;
    }
    return wall - offset;
  };
}

function readObservance({ properties, damaged }: Component): Observance | undefined {
  const value = (name: string) => properties.find((property) => property.name === name)?.value.trim();
  const [start, rule] = [value('DTSTART'), value('RRULE')];
  const [from, to] = [offsetOf(value('TZOFFSETFROM')), offsetOf(value('TZOFFSETTO'))];
  if (damaged || start === undefined || to === undefined) return undefined;
  try {
    return {
      start: readTime(start, undefined).wall,
      rule: rule ? readRule(rule) : undefined,
      dates: properties
        .filter(({ name }) => name === 'RDATE')
        .flatMap((each) => readTimes(each).map(({ wall }) => wall)),
      from: from ?? to,
      to,
    };
  } catch {
    return undefined;
  }
}

/** Sorted: the last change before the previous year, and all changes until the end of the next year. */
function changesAround(observances: readonly Observance[], year: number): readonly Change[] {
  const [first, end] = [Date.UTC(year - 1, 0, 1), Date.UTC(year + 2, 0, 1)];
  const changes = observances.flatMap((observance) => {
    const { start, rule, dates, from, to } = observance;
    const starts = rule ? recurrence(rule, start, { from: lastStart(observance, first), to: end }) : [start];
    const until = rule?.until?.wall ?? Number.POSITIVE_INFINITY;
    return [...starts, ...dates]
      .filter((wall) => wall < end && (rule?.until?.kind === 'utc' ? wall - from : wall) <= until)
      .map((wall) => ({ at: wall - from, from, to }));
  });
  changes.sort((one, other) => one.at - other.at);
  const before = changes.findLastIndex(({ at }) => at < first);
  return changes.slice(Math.max(0, before));
}

/** Earlier onsets are not needed: two years before `before`, or before the rule's end if that is earlier. */
function lastStart({ rule }: Observance, before: WallTime): WallTime {
  return Math.min(before, rule?.until?.wall ?? before) - 2 * YEAR;
}

/** `+0100`, `-0330`, `+013020`, in ms. */
function offsetOf(text: string | undefined): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text ?? '');
  if (!match) return undefined;
  const [, sign, hours, minutes, seconds = '0'] = match;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}
