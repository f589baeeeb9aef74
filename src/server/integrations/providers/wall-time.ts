import type { formatInTimeZone } from 'date-fns-tz';
import { windowsZone } from '../../../domain/time/windows-zones.ts';
import { instantsOf, localDateAt, minutesOfDayAt } from '../../../domain/time/zone.ts';

const WALL = "yyyy-MM-dd'T'HH:mm:ss";

type Format = typeof formatInTimeZone;
let loaded: Promise<Format> | undefined;

/**
 * date-fns-tz, loaded when a calendar is first written to. Node takes the CommonJS build: of the other one it reads date-fns'
 * `package.json` (199 kB) again for each of 300 modules, which takes 2 seconds instead of 0.2.
 */
function format(): Promise<Format> {
  loaded ??= load();
  return loaded;
}

/** Resolves when times can be written for a calendar; awaited before the time limit of a provider begins. */
export async function readyToWrite(): Promise<void> {
  await format();
}

async function load(): Promise<Format> {
  const { createRequire } = globalThis.process?.getBuiltinModule?.('node:module') ?? {};
  const { formatInTimeZone }: { formatInTimeZone: Format } = createRequire
    ? createRequire(import.meta.url)('date-fns-tz')
    : await import('date-fns-tz');
  return formatInTimeZone;
}

/** RFC 3339 with the zone's own offset: `2025-11-15T09:00:00-05:00`. */
export async function rfc3339(epochMs: number, timeZone: string): Promise<string> {
  return (await format())(epochMs, timeZone, "yyyy-MM-dd'T'HH:mm:ssxxx");
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
export async function graphTime(epochMs: number, timeZone: string): Promise<GraphTime> {
  const name = windowsZone(timeZone);
  const passes = instantsOf(timeZone, localDateAt(timeZone, epochMs), minutesOfDayAt(timeZone, epochMs));
  if (!name || passes.length !== 1) return graphUtc(epochMs);
  return { dateTime: (await format())(epochMs, timeZone, WALL), timeZone: name };
}

/** The instant in UTC. */
export async function graphUtc(epochMs: number): Promise<GraphTime> {
  return { dateTime: (await format())(epochMs, 'UTC', WALL), timeZone: 'UTC' };
}

/** Reads a time that Graph gives in UTC: it writes no Z, and seven decimals. */
export function readGraphUtc({ dateTime, timeZone }: GraphTime): number | undefined {
  if (timeZone !== 'UTC') return undefined;
  const epochMs = Date.parse(`${dateTime.slice(0, 19)}Z`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
