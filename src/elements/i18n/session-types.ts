/** The texts of the choice among session types, and of the line that repeats it. */
export interface SessionTypesMessages {
  readonly title: string;
  readonly minutes: (count: number) => string;
  readonly free: string;
  readonly payAtSession: string;
  readonly confirmedByCoach: string;
  readonly place: { readonly video: string; readonly phone: string; readonly place: string; readonly link: string };
  /** The refund of a client who cancels until `span` before the start: "24 hours"; empty: until the start itself. */
  readonly allBack: (span: string) => string;
  readonly partBack: (percent: number, span: string) => string;
  readonly change: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly none: string;
}

export const sessionTypesEnglish: SessionTypesMessages = {
  title: 'What would you like to book?',
  minutes: (count) => `${count} min`,
  free: 'Free',
  payAtSession: 'Pay at the session',
  confirmedByCoach: 'The coach confirms',
  place: { video: 'Video call', phone: 'Phone', place: 'In person', link: 'Online' },
  allBack: (span) =>
    span
      ? `Cancel up to ${span} before the start and get everything back.`
      : 'Cancel before the start and get everything back.',
  partBack: (percent, span) => (span ? `Up to ${span} before, ${percent} %.` : `After that ${percent} %.`),
  change: 'Change',
  loading: 'Loading what can be booked',
  failed: 'What can be booked could not be loaded. Check your internet connection, then try again.',
  tryAgain: 'Try again',
  none: 'Nothing can be booked at the moment.',
};
