import type { WebhookDelivery } from '../../../../contract/desk/webhook.ts';
import type { BookingErrorKind } from '../../../../core/errors.ts';

/** The texts of `<cb-webhooks>`. Times arrive formatted. */
export interface WebhooksMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly help: string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly loading: string;
  readonly none: string;
  readonly unsupported: string;
  readonly add: string;
  readonly url: string;
  readonly urlHelp: string;
  readonly urlWrong: string;
  readonly events: string;
  readonly eventsHelp: string;
  readonly allEvents: string;
  readonly adding: string;
  readonly addNow: string;
  readonly cancel: string;
  /** The secret is shown once. */
  readonly secret: (url: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly secretKept: string;
  readonly on: string;
  readonly off: string;
  readonly turnOff: string;
  readonly turnOn: string;
  readonly rotate: string;
  readonly rotateQuestion: string;
  readonly rotateNow: string;
  readonly remove: string;
  readonly removeQuestion: string;
  readonly removeNow: string;
  readonly keep: string;
  readonly log: string;
  readonly hideLog: string;
  readonly emptyLog: string;
  readonly more: (shown: number, total: number) => string;
  readonly state: Readonly<Record<WebhookDelivery['state'], string>>;
  readonly attempts: (count: number) => string;
  readonly noAnswer: string;
  readonly resend: string;
  readonly resent: string;
  readonly refresh: string;
  /** A button's name says which endpoint it acts on. */
  readonly about: (act: string, what: string) => string;
  readonly done: Readonly<Record<'added' | 'on' | 'off' | 'rotated' | 'removed', string>>;
  readonly tryAgain: string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const webhooksEnglish: WebhooksMessages = {
  missing: (attributes) => `<cb-webhooks> needs ${attributes}.`,
  title: 'Webhooks',
  help: 'Addresses of your own programs that are told when something happens.',
  signIn: 'Sign in to see your webhooks.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on.',
  loading: 'Loading the webhooks',
  none: 'Nobody is told of anything yet.',
  unsupported: 'This service has no webhooks.',
  add: 'Add a webhook',
  url: 'Address',
  urlHelp: 'It begins with https:// and can be reached from the internet.',
  urlWrong: 'Enter a web address such as https://example.com/hook',
  events: 'Tell it of',
  eventsHelp: 'Of everything when none is chosen.',
  allEvents: 'everything',
  adding: 'Adding…',
  addNow: 'Add it',
  cancel: 'Cancel',
  secret: (url) => `The secret of ${url}: copy it now, it is not shown again. Your program checks signatures with it.`,
  copy: 'Copy secret',
  copied: 'Copied',
  copyByHand: 'Select it and copy it.',
  secretKept: 'I have kept it',
  on: 'on',
  off: 'off',
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  rotate: 'New secret',
  rotateQuestion: 'Make a new secret? The old one is still used beside it for a day.',
  rotateNow: 'Make a new secret',
  remove: 'Delete',
  removeQuestion: 'Delete this webhook and its log? Nothing is delivered there any more.',
  removeNow: 'Delete it',
  keep: 'Keep it',
  log: 'Log',
  hideLog: 'Hide the log',
  emptyLog: 'Nothing was delivered yet.',
  more: (shown, total) => `Show more (${shown} of ${total})`,
  state: { waiting: 'on its way', delivered: 'delivered', failed: 'not delivered' },
  attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
  noAnswer: 'no answer',
  resend: 'Send again',
  resent: 'It is on its way again.',
  refresh: 'Refresh',
  about: (act, what) => `${act}, ${what}`,
  done: {
    added: 'The webhook was added.',
    on: 'The webhook is on.',
    off: 'The webhook is off.',
    rotated: 'There is a new secret.',
    removed: 'The webhook was deleted.',
  },
  tryAgain: 'Try again',
  refused: (detail) => `The service says: ${detail}`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    unauthenticated: 'Your sign-in has ended. Sign in again, then try again.',
    forbidden: 'Your account has no webhooks.',
    unsupported: 'This service has no webhooks.',
  },
};
