import { formatInTimeZone } from 'date-fns-tz';
import { windowsZone } from '../../../domain/time/windows-zones.ts';
import { instantsOf, localDateAt, minutesOfDayAt } from '../../../domain/time/zone.ts';

const WALL = "yyyy-MM-dd'T'HH:mm:ss";

/** RFC 3339 with the zone's own offset: `2025-11-15T09:00:00-05:00`. */
export function rfc3339(epochMs: number, timeZone: string): string {
  return formatInTimeZone(epochMs, timeZone, "yyyy-MM-dd'T'HH:mm:ssxxx");
}

/** Graph's dateTimeTimeZone. */
interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/**
 * The wall time in the zone, with the zone's Windows name. In UTC where Windows has no such zone, and in a repeated hour, where a
 * wall time is ambiguous.
 */
export function graphTime(epochMs: number, timeZone: string): GraphTime {
  const name = windowsZone(timeZone);
  const passes = instantsOf(timeZone, localDateAt(timeZone, epochMs), minutesOfDayAt(timeZone, epochMs));
  if (!name || passes.length !== 1) return graphUtc(epochMs);
  return { dateTime: formatInTimeZone(epochMs, timeZone, WALL), timeZone: name };
}

/** The instant in UTC. */
export function graphUtc(epochMs: number): GraphTime {
  return { dateTime: formatInTimeZone(epochMs, 'UTC', WALL), timeZone: 'UTC' };
}

/** Reads a time that Graph gives in UTC: it writes no Z, and seven decimals. */
export function readGraphUtc({ dateTime, timeZone }: GraphTime): number | undefined {
  if (timeZone !== 'UTC') return undefined;
  const epochMs = Date.parse(`${dateTime.slice(0, 19)}Z`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
