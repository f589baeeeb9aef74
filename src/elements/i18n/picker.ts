/** The texts of the availability picker, its month and its times. Dates and times arrive formatted. */
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
  /** Announced when the times of a day are shown. */
  readonly timesShown: (count: number, day: string) => string;
  readonly failed: string;
  readonly failedOffline: string;
  readonly failedCoach: string;
  readonly failedNoCoach: string;
  /** The address answers, but it is no booking service. */
  readonly failedService: string;
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
  timesShown: (count, day) => `${times(count)} open on ${day}`,
  failed: 'The times could not be loaded.',
  failedOffline: 'The times could not be loaded. Check your internet connection.',
  failedCoach: 'This coach takes no bookings at the moment.',
  failedNoCoach: 'This coach could not be found.',
  failedService:
    'The booking service could not be reached at its address, or gave no answer that can be read. Try again later.',
  tryAgain: 'Try again',
  stale: 'These times may have changed since they were loaded.',
  missing: (attributes) => `cb-availability-picker needs ${attributes}.`,
};
