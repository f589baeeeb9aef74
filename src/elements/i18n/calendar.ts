/** The texts of `<cb-add-to-calendar>`. */
export interface CalendarMessages {
  readonly missing: (attributes: string) => string;
  readonly add: string;
  readonly google: string;
  readonly outlook: string;
  readonly office365: string;
  readonly yahoo: string;
  readonly file: string;
  readonly newTab: string;
}

export const calendarEnglish: CalendarMessages = {
  missing: (attributes) => `<cb-add-to-calendar> needs ${attributes}.`,
  add: 'Add to calendar',
  google: 'Google Calendar',
  outlook: 'Outlook.com',
  office365: 'Microsoft 365',
  yahoo: 'Yahoo Calendar',
  file: 'Calendar file (.ics)',
  newTab: 'opens in a new tab',
};
