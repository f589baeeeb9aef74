import type { CalendarProvider } from '../../contract/calendar.ts';
import type { ConnectFailure } from '../../core/calendar-connect/phase.ts';
import type { BookingErrorKind } from '../../core/errors.ts';

/** The texts of `<cb-calendar-connect>`. Names of providers, days and times arrive formatted. */
export interface CalendarConnectMessages {
  readonly missing: (attributes: string) => string;
  /** `redirect-uri` is on another site than the page. */
  readonly foreignRedirect: (address: string) => string;
  readonly title: string;
  readonly intro: Readonly<Record<'client' | 'coach', string>>;
  readonly provider: Readonly<Record<CalendarProvider, string>>;
  readonly loading: string;
  readonly signIn: string;
  readonly signInToFinish: (provider: string) => string;
  readonly signInElsewhere: string;
  readonly unsupported: string;
  readonly noneConfigured: string;
  readonly notConfigured: string;
  readonly notConnected: string;
  readonly connected: string;
  readonly connectedAs: (account: string) => string;
  readonly reconnectNeeded: string;
  readonly lastSync: (dayAndTime: string) => string;
  readonly neverSynced: string;
  readonly lastError: (detail: string) => string;
  readonly connect: string;
  readonly reconnect: string;
  readonly disconnect: string;
  /** A button's name says what it acts on: "Connect Google Calendar". */
  readonly about: (act: string, provider: string) => string;
  readonly opening: string;
  readonly openingWindow: (provider: string) => string;
  readonly waiting: (provider: string) => string;
  readonly showWindow: string;
  readonly stopWaiting: string;
  readonly finishing: string;
  readonly disconnecting: string;
  readonly disconnectQuestion: (provider: string) => string;
  readonly disconnectMeans: Readonly<Record<'client' | 'coach', string>>;
  readonly keep: string;
  readonly nowConnected: (provider: string) => string;
  readonly nowDisconnected: (provider: string) => string;
  readonly failure: Readonly<Record<ConnectFailure, (provider: string) => string>>;
  readonly redirectNotAllowed: (address: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly tryAgain: string;
  readonly dismiss: string;
  readonly feedTitle: string;
  readonly feedHelp: string;
  readonly feedAddress: string;
  readonly feedSecret: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly openFeed: string;
  readonly reset: string;
  readonly resetQuestion: string;
  readonly resetMeans: string;
  readonly resetNow: string;
  readonly resetting: string;
  readonly wasReset: string;
  readonly feedFailed: string;
  readonly handingOver: string;
  readonly handedOver: string;
}

export const calendarConnectEnglish: CalendarConnectMessages = {
  missing: (attributes) => `<cb-calendar-connect> needs ${attributes}.`,
  foreignRedirect: (address) =>
    `<cb-calendar-connect redirect-uri="${address}"> must be an address on the same origin as this page.`,
  title: 'Your calendars',
  intro: {
    client: 'Connect a calendar, and your confirmed sessions appear in it.',
    coach:
      'Connect a calendar, and confirmed sessions appear in it. Times at which you are busy there are no longer offered.',
  },
  provider: { google: 'Google Calendar', outlook: 'Outlook' },
  loading: 'Loading your calendars',
  signIn: 'Sign in to connect your calendar.',
  signInToFinish: (provider) => `Sign in once more to finish connecting ${provider}.`,
  signInElsewhere: 'Sign in on this page to connect your calendar.',
  unsupported: 'This service does not connect calendars.',
  noneConfigured: 'Google Calendar and Outlook cannot be connected here: the service has not set them up.',
  notConfigured: 'Cannot be connected here: the service has not set it up.',
  notConnected: 'Not connected',
  connected: 'Connected',
  connectedAs: (account) => `Connected as ${account}`,
  reconnectNeeded: 'Reconnect needed',
  lastSync: (dayAndTime) => `Last updated ${dayAndTime}`,
  neverSynced: 'Sessions are added to it from now on, once they are confirmed.',
  lastError: (detail) => `The last update failed: ${detail}`,
  connect: 'Connect',
  reconnect: 'Reconnect',
  disconnect: 'Disconnect',
  about: (act, provider) => `${act} ${provider}`,
  opening: 'Opening…',
  openingWindow: (provider) => `Opening ${provider}…`,
  waiting: (provider) => `Go on in the window of ${provider}.`,
  showWindow: 'Show the window',
  stopWaiting: 'Stop',
  finishing: 'Connecting…',
  disconnecting: 'Disconnecting…',
  disconnectQuestion: (provider) => `Disconnect ${provider}?`,
  disconnectMeans: {
    client: 'Sessions that are in it stay there. Later changes no longer reach it.',
    coach:
      'Sessions that are in it stay there. Later changes no longer reach it, and times at which you are busy there are offered again.',
  },
  keep: 'Keep it',
  nowConnected: (provider) => `${provider} is connected.`,
  nowDisconnected: (provider) => `${provider} is disconnected.`,
  failure: {
    denied: (provider) => `${provider} was not connected, because access was not allowed. Connect again to allow it.`,
    closed: (provider) => `${provider} was not connected, because its window was closed. Connect again to go on.`,
    late: (provider) => `${provider} was not connected, because its answer came too late. Connect again.`,
    blocked: (provider) =>
      `The browser blocked the window of ${provider}. Allow pop-ups for this page, then connect again.`,
    refused: (provider) => `${provider} did not allow the connection. Try again.`,
  },
  redirectNotAllowed: (address) =>
    `The service does not know this page. Whoever runs it has to allow ${address} as a redirect address.`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
  },
  tryAgain: 'Try again',
  dismiss: 'Close',
  feedTitle: 'Any other calendar',
  feedHelp: 'Subscribe to this address in your calendar app. It keeps itself up to date.',
  feedAddress: 'Your private address',
  feedSecret: 'Whoever has this address can read your sessions. Share it with nobody.',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The address is selected: copy it with the keyboard.',
  openFeed: 'Open in a calendar app',
  reset: 'Replace the private address',
  resetQuestion: 'Replace the private address?',
  resetMeans: 'The present one stops working at once. Calendars that subscribe to it need the new one.',
  resetNow: 'Replace it now',
  resetting: 'Replacing…',
  wasReset: 'The address is replaced. The old one no longer works.',
  feedFailed: 'The address could not be loaded.',
  handingOver: 'Connecting…',
  handedOver: 'Done. You can close this window.',
};
