/** The texts of the comparison with the visitor's own calendar. */
export interface VisitorCalendarMessages {
  readonly compare: string;
  readonly another: string;
  readonly title: string;
  readonly help: string;
  readonly choose: string;
  readonly dropHere: string;
  readonly orDrop: string;
  readonly stays: string;
  readonly reading: (name: string) => string;
  /** Stops reading a file that takes a while. */
  readonly stop: string;
  readonly failed: Readonly<
    Record<'not-a-calendar' | 'too-large' | 'too-slow' | 'unreadable', (name: string) => string>
  >;
  /** Events of a file that could not be read. */
  readonly skipped: (count: number) => string;
  /** Events of a file whose time zone is unknown. */
  readonly guessed: (count: number) => string;
  readonly connected: string;
  readonly useConnected: string;
  readonly connect: string;
  readonly loading: string;
  readonly accountFailed: string;
  readonly unsupported: string;
  /** Shown at a time. */
  readonly busy: string;
  /** The meaning of the marks, and their number. */
  readonly clashes: (count: number, of: number) => string;
  readonly from: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly removed: string;
  readonly close: string;
}

export const visitorCalendarEnglish: VisitorCalendarMessages = {
  compare: 'Compare with your calendar',
  another: 'Compare with another calendar',
  title: 'Compare with your calendar',
  help: 'Times at which you have something else are marked.',
  choose: 'Choose a calendar file',
  dropHere: 'Drop the file here',
  orDrop: 'An .ics file, exported from your calendar. You can drop it here, too.',
  stays: 'It is read on this page and sent nowhere.',
  reading: (name) => `Reading ${name}…`,
  stop: 'Stop reading',
  failed: {
    'not-a-calendar': (name) => `${name} is not a calendar file. Export your calendar as an .ics file and choose that.`,
    'too-large': (name) => `${name} is larger than 20 MB. Export a shorter stretch of time.`,
    'too-slow': (name) => `${name} takes too long to read. Export a shorter stretch of time.`,
    unreadable: (name) => `${name} could not be read. Choose it again.`,
  },
  skipped: (count) =>
    count === 1
      ? 'One event in it could not be read and is not compared.'
      : `${count} events in it could not be read and are not compared.`,
  guessed: (count) =>
    count === 1
      ? 'One event in it is in a time zone that is not known here: its time may be wrong.'
      : `${count} events in it are in time zones that are not known here: their times may be wrong.`,
  connected: 'your connected calendars',
  useConnected: 'Use your connected calendars',
  connect: 'Connect Google or Outlook',
  loading: 'Asking your calendars…',
  accountFailed: 'Your calendars could not be asked. Try again.',
  unsupported: 'Connected calendars cannot be compared here. Choose a file instead.',
  busy: 'You’re busy',
  clashes: (count, of) =>
    count === 0
      ? 'You have nothing else at these times.'
      : `You have something else at ${count} of these ${of} times. You can still choose them.`,
  from: (name) => `Compared with ${name}`,
  remove: (name) => `Stop comparing with ${name}`,
  removed: 'No longer compared.',
  close: 'Close',
};
