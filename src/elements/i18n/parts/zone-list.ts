/** The texts of the list of time zones. */
export interface ZoneListTexts {
  readonly chooseTimeZone: string;
  readonly searchTimeZones: string;
  readonly suggestedTimeZones: string;
  readonly allTimeZones: string;
  readonly noTimeZoneFound: (query: string) => string;
  readonly timeZonesFound: (count: number) => string;
}

export const zoneListEnglish: ZoneListTexts = {
  chooseTimeZone: 'Choose a time zone',
  searchTimeZones: 'Search by city, country or offset',
  suggestedTimeZones: 'Suggested',
  allTimeZones: 'All time zones',
  noTimeZoneFound: (query) => `No time zone matches “${query}”. Try a large city nearby.`,
  timeZonesFound: (count) => (count === 1 ? '1 time zone' : `${count} time zones`),
};
