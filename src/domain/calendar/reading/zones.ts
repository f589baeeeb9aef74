import { isTimeZone } from '../../../contract/values.ts';
import { dateOfDay } from '../../time/local-date.ts';
import { MINUTE_MS } from '../../time/units.ts';
import { ianaZoneOf } from '../../time/windows-zones.ts';
import { offsetAt, startOfDay } from '../../time/zone.ts';
import type { Component } from './components.ts';
import { readZoneDefinition } from './time-zone-definition.ts';
import { type CalendarTime, DAY, type WallTime } from './times.ts';

/** Converts a wall time to its instant, epoch ms. Skipped and repeated readings: RFC 5545 3.3.5. */
type Clock = (wall: WallTime) => number;

/** A time with its clock, so that other times can be computed from it. */
export interface ClockedTime extends CalendarTime {
  readonly clock: Clock;
  /** Epoch ms. */
  readonly instant: number;
  /** The zone's name is unknown: the owner's zone or the offset in the name was used. */
  readonly isGuess: boolean;
}

/** The time zones of one calendar. */
export interface CalendarZones {
  clocked(time: CalendarTime): ClockedTime;
}

const utc: Clock = (wall) => wall;

/**
 * Reads times by the calendar's own definitions (VTIMEZONE), else by the zone's name in any known spelling; times without a zone,
 * and whole days, in the owner's zone.
 */
export function calendarZones(calendar: Component, ownerZone: string): CalendarZones {
  const owner = zoneClock(ownerZone);
  const days: Clock = (wall) => startOfDay(ownerZone, dateOfDay(wall / DAY));
  const definitions = new Map(
    calendar.parts.filter(({ name }) => name === 'VTIMEZONE').map((part) => [textOf(part, 'TZID') ?? '', part]),
  );
  const known = new Map<string, { readonly clock: Clock; readonly isGuess: boolean }>();

  function find(tzid: string) {
    const definition = definitions.get(tzid);
    const defined = definition && readZoneDefinition(definition);
    if (defined) return { clock: defined, isGuess: false };
    const name = zoneNamed(definition && textOf(definition, 'X-LIC-LOCATION')) ?? zoneNamed(tzid);
    if (name) return { clock: zoneClock(name), isGuess: false };
    const offset = offsetNamed(tzid);
    if (offset !== undefined) return { clock: (wall: WallTime) => wall - offset.ms, isGuess: offset.isGuess };
    return { clock: owner, isGuess: true };
  }

  return {
    clocked(time) {
      if (time.kind === 'utc') return { ...time, clock: utc, instant: time.wall, isGuess: false };
      if (time.kind === 'day') return { ...time, clock: days, instant: days(time.wall), isGuess: false };
      const tzid = time.zone?.trim();
      if (!tzid) return { ...time, clock: owner, instant: owner(time.wall), isGuess: false };
      const zone = known.get(tzid) ?? find(tzid);
      known.set(tzid, zone);
      return { ...time, ...zone, instant: zone.clock(time.wall) };
    },
  };
}

/** A skipped reading uses the offset before the gap; a repeated one means the first (RFC 5545 3.3.5). */
function zoneClock(zone: string): Clock {
  return (wall) => {
    const before = wall - offsetAt(zone, wall - DAY);
    const after = wall - offsetAt(zone, wall + DAY);
    if (before === after || before + offsetAt(zone, before) === wall) return before;
    return after + offsetAt(zone, after) === wall ? after : before;
  };
}

/** Former Windows names, and other spellings of present ones. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  'Armenian Standard Time': 'Asia/Yerevan',
  'Kamchatka Standard Time': 'Asia/Kamchatka',
  'Mexico Standard Time': 'America/Mexico_City',
  'Mexico Standard Time 2': 'America/Mazatlan',
  'Mid-Atlantic Standard Time': 'Etc/GMT+2',
  'tzone://Microsoft/Utc': 'UTC',
  Z: 'UTC',
};
/** The areas of IANA zones that are named by a city. */
const AREAS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];
/** `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`, as Outlook shows a zone. */
const SHOWN = /^\((?:UTC|GMT)(?:([+-]\d\d)[:.]?(\d\d))?\)\s*(.*)$/i;

/**
 * The IANA zone that a TZID stands for: `Europe/Berlin`, `/citadel.org/20210210_1/Europe/Berlin`, `W. Europe Standard Time`,
 * `(UTC+01:00) Amsterdam, Berlin, …`. Undefined for an unknown name.
 */
function zoneNamed(tzid: string | undefined): string | undefined {
  if (!tzid) return undefined;
  const name = tzid.trim();
  const windows = FORMER_NAMES[name] ?? ianaZoneOf(name.replace(/ (?:Daylight|Summer) Time$/, ' Standard Time'));
  if (windows) return windows;
  const shown = SHOWN.exec(name);
  if (shown) return zoneShown(shown[3] ?? '', offsetOf(shown[1], shown[2]));
  // The longest end of the path that is a zone: America/Argentina/Buenos_Aires.
  const parts = name.split('/').filter(Boolean);
  for (let count = Math.min(3, parts.length); count > 0; count--) {
    const id = parts.slice(-count).join('/').replaceAll(' ', '_');
    // A single last part such as EST is not taken for the zone of a longer path.
    if ((count > 1 || parts.length === 1) && isTimeZone(id)) return id;
  }
  return ianaZoneOf(`${name} Standard Time`) ?? ianaZoneOf(parts.at(-1) ?? '');
}

function zoneShown(places: string, offset: number): string | undefined {
  const country = /^(\w+) Time \((?:US & )?Canada\)$/.exec(places);
  if (country) return ianaZoneOf(`${country[1]} Standard Time`);
  if (/^Coordinated Universal Time/.test(places)) return 'UTC';
  const former: Readonly<Record<string, string>> = {
    Alaska: 'America/Anchorage',
    Arizona: 'America/Phoenix',
    Hawaii: 'Pacific/Honolulu',
    'Indiana (East)': 'America/Indianapolis',
    Newfoundland: 'America/St_Johns',
  };
  if (former[places]) return former[places];
  const [january, july] = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)];
  return places
    .split(/[,/]/)
    .flatMap((place) => AREAS.map((area) => `${area}/${place.trim().replaceAll(' ', '_')}`))
    .filter(isTimeZone)
    .find((zone) => Math.min(offsetAt(zone, january), offsetAt(zone, july)) === offset);
}

/** `GMT+0100`, `UTC-5`, `+01:00` are fixed offsets; a zone written `(UTC+01:00) Somewhere` may have daylight saving time. */
function offsetNamed(tzid: string): { readonly ms: number; readonly isGuess: boolean } | undefined {
  const shown = SHOWN.exec(tzid);
  if (shown) return { ms: offsetOf(shown[1], shown[2]), isGuess: true };
  const match = /^(?:UTC|GMT)?\s*([+-]\d{1,2}):?(\d\d)?$/i.exec(tzid);
  return match ? { ms: offsetOf(match[1], match[2]), isGuess: false } : undefined;
}

function offsetOf(hours = '+0', minutes = '0'): number {
  const ms = (Math.abs(Number(hours)) * 60 + Number(minutes)) * MINUTE_MS;
  return hours.startsWith('-') ? -ms : ms;
}

function textOf(component: Component, name: string): string | undefined {
  return component.properties.find((property) => property.name === name)?.value.trim();
}
