import type { SessionLocation } from '../../../contract/bought-type.ts';
import type { Question } from '../../../contract/coach.ts';
import type { BookingErrorKind } from '../../../core/errors.ts';
import type { TypeDraft } from '../../../core/session-types/type-draft.ts';

/** A field of the form that has a label. */
type LabelledField = Exclude<keyof TypeDraft, 'asks' | 'questions'>;

/** The texts of `<cb-session-types>`. Amounts and lengths come formatted. */
export interface SessionTypesEditorMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly help: string;
  /** Says to an admin whose session types these are. */
  readonly forCoach: (name: string) => string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly loading: string;
  readonly unsupported: string;
  readonly notCoach: string;
  readonly none: string;
  readonly add: string;
  readonly hidden: string;
  readonly archived: (count: number) => string;
  readonly edit: string;
  readonly up: string;
  readonly down: string;
  readonly archive: string;
  readonly restore: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyByHand: string;
  /** A button's name says which session type it is about. */
  readonly about: (act: string, name: string) => string;
  /** What was done, for screen readers. */
  readonly said: Readonly<Record<'saved' | 'archived' | 'restored' | 'moved', (name: string) => string>>;
  /** Lengths of the schedule that can become session types: "30 min · €45, 60 min · €90". */
  readonly lengths: (lengths: string) => string;
  readonly lengthsHelp: string;
  readonly fromLengths: (count: number) => string;
  readonly working: string;
  /** The name of a session type that was a length. */
  readonly lengthName: (minutes: number) => string;
  readonly made: (count: number) => string;
  readonly newTitle: string;
  readonly editTitle: (name: string) => string;
  readonly optional: string;
  readonly groups: Readonly<Record<'what' | 'price' | 'where' | 'booking' | 'questions' | 'rules' | 'refunds', string>>;
  readonly fields: Readonly<Record<LabelledField, string>>;
  readonly helps: Readonly<Partial<Record<LabelledField, string>>>;
  readonly useColour: string;
  readonly places: Readonly<Record<SessionLocation['kind'] | '', string>>;
  readonly confirmations: Readonly<Record<TypeDraft['confirmation'], string>>;
  /** How a price is paid on this server. */
  readonly paidOnline: string;
  readonly paidAtSession: string;
  readonly ownQuestions: string;
  readonly coachQuestions: string;
  readonly question: (nth: number) => string;
  readonly questionLabel: string;
  readonly questionKind: string;
  readonly questionKinds: Readonly<Record<Question['kind'], string>>;
  readonly questionHelp: string;
  readonly questionOptions: string;
  readonly questionOptionsHelp: string;
  readonly questionRequired: string;
  readonly addQuestion: string;
  readonly removeQuestion: string;
  readonly preview: string;
  readonly toCorrect: (count: number) => string;
  /** What is wrong with a field, with its name in front. */
  readonly faults: {
    readonly needed: (field: string) => string;
    readonly long: (field: string, most: number) => string;
    readonly number: (field: string, least: number, most: number) => string;
    readonly hours: (field: string, most: number) => string;
    readonly amount: (field: string) => string;
    readonly step: (field: string, step: string) => string;
    readonly currency: (field: string) => string;
    readonly colour: (field: string) => string;
    readonly options: (field: string) => string;
    readonly nearer: (field: string) => string;
  };
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const sessionTypesEditorEnglish: SessionTypesEditorMessages = {
  missing: (attributes) => `<cb-session-types> needs ${attributes}.`,
  title: 'What you offer',
  help: 'Visitors choose one of these before they choose a time.',
  forCoach: (name) => `You are changing what ${name} offers.`,
  signIn: 'Sign in to set what you offer.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on: what you wrote is kept.',
  loading: 'Loading what you offer',
  unsupported: 'This service keeps no session types. Lengths and prices are set with the hours.',
  notCoach: 'This account has no coach’s page.',
  none: 'Nothing is here yet, so visitors choose among your lengths.',
  add: 'Add a session type',
  hidden: 'Hidden: booked by its link only',
  archived: (count) => (count === 1 ? '1 archived' : `${count} archived`),
  edit: 'Edit',
  up: 'Move up',
  down: 'Move down',
  archive: 'Archive',
  restore: 'Offer again',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyByHand: 'The link could not be copied. It is shown below: select it and copy it.',
  about: (act, name) => `${act}, ${name}`,
  said: {
    saved: (name) => `${name} is saved`,
    archived: (name) => `${name} is archived. Sessions that are booked stay.`,
    restored: (name) => `${name} is offered again`,
    moved: (name) => `${name} is moved`,
  },
  lengths: (lengths) => `Until now you offer lengths: ${lengths}.`,
  lengthsHelp:
    'Session types can have a name, a place, questions and refund rules of their own, and be paid before they are booked. You can change each of them afterwards.',
  fromLengths: (count) => (count === 1 ? 'Make a session type of it' : `Make ${count} session types of them`),
  working: 'Saving…',
  lengthName: (minutes) => `Session of ${minutes} minutes`,
  made: (count) => (count === 1 ? '1 session type was made' : `${count} session types were made`),
  newTitle: 'New session type',
  editTitle: (name) => `Edit ${name}`,
  optional: 'optional',
  groups: {
    what: 'What it is',
    price: 'Price',
    where: 'Where',
    booking: 'Booking',
    questions: 'Questions',
    rules: 'When it can be booked',
    refunds: 'Refunds',
  },
  fields: {
    name: 'Name',
    description: 'Description',
    minutes: 'Length in minutes',
    colour: 'Colour',
    amount: 'Price',
    currency: 'Currency',
    tax_note: 'Note about taxes',
    place: 'Where it takes place',
    place_detail: 'Number, address or link',
    confirmation: 'Who confirms',
    hidden: 'Hide it: only those with its link book it',
    buffer_before: 'Minutes kept free before',
    buffer_after: 'Minutes kept free after',
    notice_hours: 'Hours of notice',
    window_days: 'How many days ahead',
    daily_limit: 'Only on days with fewer sessions than',
    weekly_limit: 'Only in weeks with fewer sessions than',
    hold_minutes: 'Minutes a time is held while it is paid',
    full_hours: 'All goes back until so many hours before',
    part_percent: 'After that a share, in percent',
    part_hours: 'The share until so many hours before',
  },
  helps: {
    name: 'As visitors see it: “Intro call”.',
    amount: 'In all, taxes included. Empty: free.',
    tax_note: 'Stands after the price: “incl. 19 % VAT”.',
    place_detail: 'Shown to visitors as you write it.',
    part_percent: 'Empty: nothing goes back after that.',
  },
  useColour: 'Mark it with a colour',
  places: {
    '': 'As your profile says',
    video: 'Video call, by your connected calendar',
    phone: 'Phone',
    place: 'A place',
    link: 'A link',
  },
  confirmations: { coach: 'I confirm each booking', instant: 'Booked at once' },
  paidOnline: 'It is paid online before it counts as booked.',
  paidAtSession: 'This service takes no payments: it is paid at the session, and visitors are told so.',
  ownQuestions: 'Questions of its own',
  coachQuestions: 'The questions you always ask',
  question: (nth) => `Question ${nth}`,
  questionLabel: 'What you ask',
  questionKind: 'Kind of answer',
  questionKinds: {
    text: 'A line',
    long_text: 'Several lines',
    choice: 'One of several',
    yes_no: 'Yes or no',
    phone: 'A phone number',
  },
  questionHelp: 'Help below it',
  questionOptions: 'Choices',
  questionOptionsHelp: 'One a line.',
  questionRequired: 'Must be answered',
  addQuestion: 'Add a question',
  removeQuestion: 'Remove',
  preview: 'As visitors see it',
  toCorrect: (count) => (count === 1 ? '1 thing to correct' : `${count} things to correct`),
  faults: {
    needed: (field) => `${field}: write it here`,
    long: (field, most) => `${field}: at most ${most.toLocaleString('en')} characters`,
    number: (field, least, most) => `${field}: write a whole number from ${least} to ${most}`,
    hours: (field, most) => `${field}: write a number such as 24 or 1.5, at most ${most.toLocaleString('en')}`,
    amount: (field) => `${field}: write a number such as 90 or 90.50`,
    step: (field, step) =>
      `${field}: it must be a multiple of ${step}, which is the smallest amount that can be charged`,
    currency: (field) => `${field}: write three letters such as EUR`,
    colour: (field) => `${field}: choose one of those shown`,
    options: (field) => `${field}: write at least two, one a line`,
    nearer: (field) => `${field}: it must be nearer to the session than the time until which all goes back`,
  },
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  refused: (detail) => `Nothing was saved. The service says: ${detail}`,
  problems: {
    offline: 'The service could not be reached, and nothing was saved. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    unauthenticated: 'Not saved: your sign-in has ended. Sign in again, then save again.',
    forbidden: 'Your account may not change what this coach offers.',
    unsupported: 'This service keeps no session types.',
  },
};
