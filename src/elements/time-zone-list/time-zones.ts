import type { TimeZone } from '../../contract/values.ts';
import { formatOffset, zoneCity } from '../../domain/time/format.ts';
import { offsetAt } from '../../domain/time/zone.ts';

// Engines list some zones under their names of 1993 (CLDR keeps them); people search today's names.
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

/**
 * A zone to search for. Its offset and names are computed at first use: for four hundred zones `Intl` needs a large part of a
 * second.
 */
export class ZoneEntry {
  /** "New York". */
  readonly city: string;
  private readonly words: string;
  private knownOffset: number | undefined;
  private knownNames: readonly string[] | undefined;

  constructor(
    readonly zone: TimeZone,
    /** "United States", when `Intl` knows it. */
    private readonly country: string,
    private readonly locale: string,
    private readonly now: number,
  ) {
    this.city = zoneCity(zone);
    this.words = fold(`${this.city} ${country} ${zone}`);
  }

  /** Offset in ms east of UTC. */
  get offsetMs(): number {
    this.knownOffset ??= offsetAt(this.zone, this.now);
    return this.knownOffset;
  }

  /** "GMT−5". */
  get offset(): string {
    return formatOffset(this.zone, this.now, this.locale);
  }

  /** The offset as people type it, in Latin digits and in those of the language: "-5". */
  get typedOffsets(): readonly string[] {
    const written = [formatOffset(this.zone, this.now), this.offset];
    return written.map((offset) => offset.slice(3).replace('\u200e', '').replace('−', '-') || '+0');
  }

  /** The country; else the name of the zone's time. */
  get about(): string {
    return this.country || this.names[0] || this.zone;
  }

  /** "Central European Standard Time" and "CET", by which some people know their zone. */
  get names(): readonly string[] {
    this.knownNames ??= (['long', 'short'] as const).flatMap((timeZoneName) =>
      new Intl.DateTimeFormat(this.locale, { timeZone: this.zone, timeZoneName })
        .formatToParts(this.now)
        .flatMap(({ type, value }) => (type === 'timeZoneName' ? [value] : [])),
    );
    return this.knownNames;
  }

  /** True when each of the (folded) words is the beginning of a word in city, country or id. */
  hasWords(wanted: readonly string[]): boolean {
    return wanted.every((word) => ` ${this.words}`.includes(` ${word}`));
  }

  /** The same for the names of the zone's time. */
  hasNames(wanted: readonly string[]): boolean {
    const names = ` ${fold(this.names.join(' '))}`;
    return wanted.every((word) => names.includes(` ${word}`));
  }
}

/** Every zone this machine knows, without those of `Etc/`, by city in the order of the language; offsets are those at `now`. */
export function timeZones(locale: string, now: number): readonly ZoneEntry[] {
  const countries = countriesByZone(locale);
  const ids = new Set([...Intl.supportedValuesOf('timeZone').map(currentName), 'UTC']);
  const compare = new Intl.Collator(locale).compare;
  return [...ids]
    .filter((zone) => !zone.startsWith('Etc/'))
    .map((zone) => new ZoneEntry(zone, countries.get(zone) ?? '', locale, now))
    .sort((a, b) => compare(a.city, b.city));
}

/** Zones found by city, country or id; by offset when the query is one; else by the name of their time. */
export function searchZones(entries: readonly ZoneEntry[], query: string): readonly ZoneEntry[] {
  const wanted = fold(query);
  if (!wanted) return entries;
  const offset = /^(?:gmt|utc)? ?([+-])?(\p{Nd}.*)$/u.exec(wanted);
  if (offset) {
    const [, sign = '', digits = ''] = offset;
    return entries.filter(({ typedOffsets }) =>
      typedOffsets.some((written) => (sign ? written : written.slice(1)).startsWith(sign + digits)),
    );
  }
  const words = wanted.split(' ');
  const found = entries.filter((entry) => entry.hasWords(words));
  if (found.length === 0) return entries.filter((entry) => entry.hasNames(words));
  const rank = ({ city }: ZoneEntry) => (fold(city).startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

type LocaleWithZones = Intl.Locale & { readonly timeZones?: readonly string[]; getTimeZones?(): readonly string[] };

/** Countries by zone: `Intl` gives the zones of a region, so all regions are queried. */
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
    .replace(/−/g, '-')
    .replace(/’/g, "'")
    .replace(/[/_,()\s]+/g, ' ')
    .trim();
}
