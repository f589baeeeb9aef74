import type { TimeZone } from '../contract/values.ts';
import { formatOffset, zoneCity } from '../domain/time/format.ts';
import { offsetAt } from '../domain/time/zone.ts';

/** A zone as a visitor looks for it. */
export interface ZoneEntry {
  readonly zone: TimeZone;
  /** "New York". */
  readonly city: string;
  /** "United States", where `Intl` tells; else the name of the time. */
  readonly about: string;
  /** "GMT-5". */
  readonly offset: string;
  /** The same in ms east of UTC. */
  readonly offsetMs: number;
  /** City, country, id, names and offset, folded for comparing. */
  readonly words: string;
}

// Engines list some zones under the names they had in 1993 (CLDR keeps them stable); people look for today's.
const renamed: Readonly<Record<TimeZone, TimeZone>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Today's name of a zone. */
export function currentName(zone: TimeZone): TimeZone {
  return renamed[zone] ?? zone;
}

/** Every zone this machine knows, by city in the order of the language; offsets are those at `now`. */
export function timeZones(locale: string, now: number): readonly ZoneEntry[] {
  const countries = countriesByZone(locale);
  const ids = new Set([...Intl.supportedValuesOf('timeZone').map(currentName), 'UTC']);
  const compare = new Intl.Collator(locale).compare;
  return [...ids]
    .filter((zone) => !zone.startsWith('Etc/'))
    .map((zone) => entryOf(zone, countries.get(zone) ?? '', locale, now))
    .sort((a, b) => compare(a.city, b.city));
}

/** Entries that have every word of `query`; those whose city begins with it come first. */
export function searchZones(entries: readonly ZoneEntry[], query: string): readonly ZoneEntry[] {
  const wanted = fold(query);
  if (!wanted) return entries;
  const parts = wanted.split(' ');
  const found = entries.filter(({ words }) => parts.every((part) => words.includes(` ${part}`)));
  const rank = ({ city }: ZoneEntry) => (fold(city).startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

function entryOf(zone: TimeZone, country: string, locale: string, now: number): ZoneEntry {
  const city = zoneCity(zone);
  const offset = formatOffset(zone, now);
  const named = names(zone, locale, now);
  // "+5:30", "5:30" and "utc+5:30" are looked for as well as "gmt+5:30".
  const offsets = [offset, offset.replace('GMT', 'UTC'), offset.slice(3), offset.slice(4)];
  return {
    zone,
    city,
    about: country || named[0] || zone,
    offset,
    offsetMs: offsetAt(zone, now),
    words: ` ${fold([city, country, zone, ...named, ...offsets].join(' '))}`,
  };
}

/** "Central European Standard Time" and "CET", which is what some people know their zone by. */
function names(zone: TimeZone, locale: string, now: number): string[] {
  return (['long', 'short'] as const).flatMap((timeZoneName) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts(now)
      .flatMap(({ type, value }) => (type === 'timeZoneName' ? [value] : [])),
  );
}

type LocaleWithZones = Intl.Locale & { readonly timeZones?: readonly string[]; getTimeZones?(): readonly string[] };

/** Countries by zone: `Intl` tells the zones of a region, so each region is asked. */
function countriesByZone(locale: string): ReadonlyMap<TimeZone, string> {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const countries = new Map<TimeZone, string>();
  for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(region);
    if (!name) continue;
    const known: LocaleWithZones = new Intl.Locale(`und-${region}`);
    for (const zone of known.getTimeZones?.() ?? known.timeZones ?? []) {
      if (!countries.has(currentName(zone))) countries.set(currentName(zone), name);
    }
  }
  return countries;
}

/** Lower case, without accents, with `/` and `_` as spaces: "São_Paulo" is "sao paulo". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[/_,()\s]+/g, ' ')
    .trim();
}
