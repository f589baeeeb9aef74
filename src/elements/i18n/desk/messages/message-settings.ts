import type { BookingErrorKind } from '../../../../core/errors.ts';

/** The texts of `<cb-message-settings>`. Spans of time arrive formatted. */
export interface MessageSettingsMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly help: string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly loading: string;
  readonly unsupported: string;
  readonly optional: string;
  readonly reminders: string;
  readonly remindersHelp: (most: number) => string;
  readonly before: (span: string) => string;
  readonly after: string;
  readonly followUp: string;
  readonly never: string;
  readonly atOnce: string;
  readonly afterwards: (span: string) => string;
  readonly followUpText: string;
  readonly followUpHelp: string;
  /** Shown when a follow-up is chosen and there is no consent text yet. */
  readonly needsConsent: string;
  readonly look: string;
  readonly ownLine: string;
  readonly ownLineHelp: string;
  readonly color: string;
  readonly colorHelp: string;
  readonly logo: string;
  readonly page: string;
  readonly pageHelp: string;
  readonly language: string;
  readonly languageHelp: string;
  readonly privacy: string;
  readonly privacyUrl: string;
  readonly privacyHelp: string;
  readonly consent: string;
  readonly consentHelp: string;
  readonly erase: string;
  readonly eraseHelp: string;
  readonly toCorrect: (count: number) => string;
  readonly faults: Readonly<Record<'address' | 'color' | 'days' | 'many' | 'language', (field: string) => string>>;
  readonly refusedField: (field: string, reason: string) => string;
  readonly save: string;
  readonly saving: string;
  readonly discard: string;
  readonly untouched: string;
  readonly unsaved: string;
  readonly saved: string;
  readonly tryAgain: string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const messageSettingsEnglish: MessageSettingsMessages = {
  missing: (attributes) => `<cb-message-settings> needs ${attributes}.`,
  title: 'Messages and privacy',
  help: 'How your clients and you are written to, and what is kept of clients.',
  signIn: 'Sign in to change your messages.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on: what you wrote is kept.',
  loading: 'Loading the settings',
  unsupported: 'This service writes no messages that can be set up here.',
  optional: 'optional',
  reminders: 'Reminders before a session',
  remindersHelp: (most) => `To both of you; at most ${most}. Sessions that are booked already follow.`,
  before: (span) => `${span} before`,
  after: 'After a session',
  followUp: 'Write to the client',
  never: 'Never',
  atOnce: 'When it is completed',
  afterwards: (span) => `${span} after its end`,
  followUpText: 'What the message says',
  followUpHelp: 'In your own words. Only clients who agreed to your words below get it.',
  needsConsent: 'Nobody gets this message until there are words below that clients can agree to.',
  look: 'How messages look',
  ownLine: 'A line of your own',
  ownLineHelp: 'At the end of every message to clients.',
  color: 'Colour',
  colorHelp: 'Of buttons and the line at the top, such as #0a5c7a.',
  logo: 'Address of your logo',
  page: 'Address of your booking page',
  pageHelp: 'Links in messages lead there.',
  language: 'Language of messages to you',
  languageHelp: 'Such as en or de-AT; that of your account when empty.',
  privacy: 'Privacy',
  privacyUrl: 'Address of your privacy notice',
  privacyHelp: 'A link under the booking form.',
  consent: 'What clients may agree to',
  consentHelp: 'Beside a box in the booking form, which is not ticked and need not be. Other words are agreed to anew.',
  erase: 'Days until clients’ details are erased',
  eraseHelp:
    'Counted from the end of a session: notes, answers and whose it was. Never when empty. This cannot be undone.',
  toCorrect: (count) => (count === 1 ? '1 thing to correct' : `${count} things to correct`),
  faults: {
    address: (field) => `${field}: write a web address that begins with https://`,
    color: (field) => `${field}: write a colour such as #0a5c7a`,
    days: (field) => `${field}: write a whole number from 1 to 3650`,
    many: (field) => `${field}: choose fewer`,
    language: (field) => `${field}: write a language such as en or de-AT`,
  },
  refusedField: (field, reason) => `${field}: ${reason}`,
  save: 'Save messages',
  saving: 'Saving…',
  discard: 'Discard',
  untouched: 'No changes yet',
  unsaved: 'Unsaved changes',
  saved: 'All changes saved',
  tryAgain: 'Try again',
  refused: (detail) => `Nothing was saved. The service says: ${detail}`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    unauthenticated: 'Not saved: your sign-in has ended. Sign in again, then save.',
    forbidden: 'Your account may not change these messages.',
    unsupported: 'This service writes no messages that can be set up here.',
  },
};
