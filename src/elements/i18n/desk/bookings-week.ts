/** The texts of the coach's week beside the list of bookings. Days, times and names arrive formatted. */
export interface BookingsWeekMessages {
  /** Switches the week on and off. */
  readonly show: string;
  readonly title: (from: string, to: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly today: string;
  readonly scrollable: string;
  /** What keys do with a session in the week. */
  readonly keysHint: string;
  /** A day's label: "Tuesday 11 November, 3 sessions". */
  readonly day: (day: string, sessions: number) => string;
  readonly closed: string;
  readonly hours: string;
  readonly busy: string;
  readonly unknown: string;
  readonly question: (person: string, day: string, time: string) => string;
  readonly move: string;
  readonly moving: string;
  readonly keep: string;
  readonly loadingTimes: string;
  readonly noTimes: string;
  readonly noTimesHere: string;
  readonly hoursFailed: string;
}

export const bookingsWeekEnglish: BookingsWeekMessages = {
  show: 'Week',
  title: (from, to) => `${from} to ${to}`,
  previous: 'Week before',
  next: 'Week after',
  today: 'This week',
  scrollable: 'The week by hours',
  keysHint:
    'Enter opens it in the list. Arrow keys propose another open time: up and down on the same day, left and right on another. Enter then moves it, Escape keeps it.',
  day: (day, sessions) =>
    `${day}, ${sessions === 0 ? 'no sessions' : sessions === 1 ? '1 session' : `${sessions} sessions`}`,
  closed: 'Closed',
  hours: 'Open hours',
  busy: 'Busy in your calendar',
  unknown: 'a client',
  question: (person, day, time) => `Move the session with ${person} to ${day}, ${time}?`,
  move: 'Move',
  moving: 'Moving…',
  keep: 'Keep the time',
  loadingTimes: 'Looking for open times',
  noTimes: 'There is no other open time for this session in this week.',
  noTimesHere: 'No open time that way.',
  hoursFailed: 'Your hours could not be loaded, so the week shows sessions alone.',
};
