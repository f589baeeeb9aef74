/** The texts of the time zone picker and its list. Cities and times arrive formatted. */
export interface ZoneMessages {
  readonly timesIn: (city: string) => string;
  readonly now: (time: string) => string;
  /** The browser does not know the machine's zone. */
  readonly unknown: string;
  /** The list did not load. */
  readonly listFailed: string;
  readonly chooseTimeZone: string;
  readonly searchTimeZones: string;
  readonly suggestedTimeZones: string;
  readonly allTimeZones: string;
  readonly noTimeZoneFound: (query: string) => string;
  readonly timeZonesFound: (count: number) => string;
  readonly clock: string;
  readonly clock12: string;
  readonly clock24: string;
}

export const zoneEnglish: ZoneMessages = {
  timesIn: (city) => `Times in ${city}`,
  now: (time) => `now ${time}`,
  unknown: 'Your device does not tell its time zone. Choose yours.',
  listFailed: 'The list could not be loaded. Check your internet connection, then try again.',
  chooseTimeZone: 'Choose a time zone',
  searchTimeZones: 'Search by city, country or offset',
  suggestedTimeZones: 'Suggested',
  allTimeZones: 'All time zones',
  noTimeZoneFound: (query) => `No time zone matches “${query}”. Try a large city nearby.`,
  timeZonesFound: (count) => (count === 1 ? '1 time zone' : `${count} time zones`),
  clock: '12 or 24 hour clock',
  clock12: '12 h',
  clock24: '24 h',
};
