/** The texts of the availability picker and of the elements it is made of. Dates, times and prices arrive formatted. */
export interface PickerMessages {
  readonly previousMonth: string;
  readonly nextMonth: string;
  /** Follows a date: "Tuesday 18 November 2025, 4 times open". */
  readonly timesOpen: (count: number) => string;
  readonly noTimesOpen: string;
  readonly closed: string;
  readonly past: string;
  readonly loadingTimes: string;
  readonly morning: string;
  readonly afternoon: string;
  readonly evening: string;
  readonly chooseDay: string;
  readonly noTimesOn: (day: string) => string;
  readonly noTimesIn: (month: string) => string;
  readonly nextOpenTime: (dayAndTime: string) => string;
  readonly searching: string;
  readonly nextOpenTimes: string;
  readonly noNextTimes: string;
  readonly noTimesAtAll: string;
  readonly noTimesAtAllHelp: string;
  readonly showNextMonth: string;
  /** Announced when the times of a day are shown. */
  readonly timesShown: (count: number, day: string) => string;
  readonly timesIn: (city: string) => string;
  readonly now: (time: string) => string;
  readonly chooseTimeZone: string;
  readonly searchTimeZones: string;
  readonly suggestedTimeZones: string;
  readonly allTimeZones: string;
  readonly noTimeZoneFound: (query: string) => string;
  readonly timeZonesFound: (count: number) => string;
  readonly listFailed: string;
  readonly clock: string;
  readonly clock12: string;
  readonly clock24: string;
  readonly duration: string;
  readonly minutes: (count: number) => string;
  readonly free: string;
  readonly failed: string;
  readonly failedOffline: string;
  readonly failedCoach: string;
  readonly tryAgain: string;
  readonly stale: string;
  readonly missing: (attributes: string) => string;
}

const times = (count: number) => (count === 1 ? '1 time' : `${count} times`);

export const pickerEnglish: PickerMessages = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  timesOpen: (count) => `${times(count)} open`,
  noTimesOpen: 'no times open',
  closed: 'closed',
  past: 'in the past',
  loadingTimes: 'Loading times',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  chooseDay: 'Choose a day to see its times.',
  noTimesOn: (day) => `No times open on ${day}.`,
  noTimesIn: (month) => `No times in ${month}.`,
  nextOpenTime: (dayAndTime) => `Next open time: ${dayAndTime}`,
  searching: 'Looking for the next open time…',
  nextOpenTimes: 'Next open times',
  noNextTimes: 'None at the moment.',
  noTimesAtAll: 'No times are open at the moment.',
  noTimesAtAllHelp: 'New times may open later. You can look ahead month by month.',
  showNextMonth: 'Show next month',
  timesShown: (count, day) => `${times(count)} open on ${day}`,
  timesIn: (city) => `Times in ${city}`,
  now: (time) => `now ${time}`,
  chooseTimeZone: 'Choose a time zone',
  searchTimeZones: 'Search by city, country or offset',
  suggestedTimeZones: 'Suggested',
  allTimeZones: 'All time zones',
  noTimeZoneFound: (query) => `No time zone matches “${query}”. Try a large city nearby.`,
  timeZonesFound: (count) => (count === 1 ? '1 time zone' : `${count} time zones`),
  listFailed: 'The list of time zones could not be loaded. Check your internet connection, then press again.',
  clock: '12 or 24 hour clock',
  clock12: '12 h',
  clock24: '24 h',
  duration: 'Length of the session',
  minutes: (count) => `${count} min`,
  free: 'Free',
  failed: 'The times could not be loaded.',
  failedOffline: 'The times could not be loaded. Check your internet connection.',
  failedCoach: 'This coach takes no bookings at the moment.',
  tryAgain: 'Try again',
  stale: 'These times may have changed since they were loaded.',
  missing: (attributes) => `cb-availability-picker needs ${attributes}.`,
};
