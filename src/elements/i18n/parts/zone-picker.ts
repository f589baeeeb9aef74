/** The texts of the time zone picker. Cities and times arrive formatted. */
export interface ZonePickerTexts {
  readonly timesIn: (city: string) => string;
  readonly now: (time: string) => string;
  /** The browser does not know the machine's zone. */
  readonly unknown: string;
  /** The list did not load. */
  readonly listFailed: string;
  readonly clock: string;
  readonly clock12: string;
  readonly clock24: string;
}

export const zonePickerEnglish: ZonePickerTexts = {
  timesIn: (city) => `Times in ${city}`,
  now: (time) => `now ${time}`,
  unknown: 'Your device does not tell its time zone. Choose yours.',
  listFailed: 'The list could not be loaded. Check your internet connection, then try again.',
  clock: '12 or 24 hour clock',
  clock12: '12 h',
  clock24: '24 h',
};
