/** The mails about a booking. */
export type BookingMailKind =
  | 'requested'
  | 'confirmed'
  | 'moved'
  | 'cancelled'
  | 'reminder'
  | 'follow_up'
  | 'paid'
  | 'payment_failed'
  | 'refunded';

/** The mails about an account, and those that carry a link somebody asked for. */
export type AccountMailKind = 'verify_email' | 'reset_password' | 'account_exists' | 'reconnect_calendar' | 'new_link';

/** What sentences about a booking may say. */
export interface MailFacts {
  /** `Tue, Nov 18, 2:00 PM`, in the reader's zone and language. */
  readonly when: string;
  /** The other side's name, or `someone` of the texts. */
  readonly who: string;
  /** Who cancelled or moved it, seen from the reader. */
  readonly by: 'reader' | 'other' | 'nobody';
  /** Money of this mail, as people write it: `€90.00`. */
  readonly amount: string;
  /** How long until the session: `1 hour`, `24 hours`; of a reminder. */
  readonly ahead: string;
}

type Sentence = (facts: MailFacts) => string;

/** The subject, heading and first sentence of a mail. */
interface Opening {
  /** Says when and with whom. */
  readonly subject: Sentence;
  readonly heading: Sentence;
  readonly intro: Sentence;
}

/** What the sentences of mails about accounts may say. */
interface AccountFacts {
  /** `Google`, `Outlook`; of the mail about a calendar. */
  readonly calendar: string;
  readonly minutes: number;
}

/** The texts of all mails in one language; a missing one does not compile. */
export interface MailTexts {
  /** The person on the other side where no name is known. */
  readonly someone: { readonly client: string; readonly coach: string };
  /** The title of the session in the reader's calendar. */
  readonly eventTitle: (who: string) => string;
  /** The name of a calendar that holds a person's sessions and nothing else. */
  readonly calendarName: string;
  readonly hello: (name: string | null) => string;
  readonly booking: {
    readonly client: Readonly<Record<BookingMailKind, Opening>>;
    /** Follow-ups and failed payments go to clients alone. */
    readonly coach: Readonly<Record<Exclude<BookingMailKind, 'follow_up' | 'payment_failed'>, Opening>>;
  };
  readonly account: Readonly<
    Record<
      AccountMailKind,
      {
        readonly subject: (facts: AccountFacts) => string;
        readonly heading: (facts: AccountFacts) => string;
        readonly intro: (facts: AccountFacts) => string;
        readonly action: string;
      }
    >
  >;
  readonly labels: {
    readonly when: string;
    readonly before: string;
    readonly session: string;
    readonly with: string;
    readonly meeting: string;
    readonly place: string;
    readonly price: string;
    readonly refund: string;
    readonly reason: string;
    readonly notes: string;
    readonly others: string;
  };
  readonly noRefund: string;
  readonly minutes: (count: number) => string;
  /** The button that leads to the booking: move or cancel. */
  readonly manage: string;
  /** The button that leads the coach to the desk. */
  readonly answer: string;
  readonly open: string;
  readonly join: string;
  /** Why the reader gets this mail, at its end. */
  readonly why: { readonly client: string; readonly coach: string; readonly account: string };
  readonly notYou: string;
  readonly unsubscribe: string;
  /** The pages behind the links. */
  readonly pages: {
    readonly unsubscribe: MailPageTexts;
    readonly confirm: MailPageTexts;
    readonly password: MailPageTexts & { readonly label: string };
    /** For a link that was used, or is too old. */
    readonly gone: { readonly title: string; readonly gone: string };
  };
}

interface MailPageTexts {
  readonly title: string;
  readonly question: string;
  readonly button: string;
  readonly done: string;
}
