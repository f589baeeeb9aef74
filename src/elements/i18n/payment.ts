/** The texts of the pay step. Amounts, days and times come formatted. */
export interface PaymentMessages {
  readonly title: string;
  readonly total: string;
  readonly when: string;
  readonly heldUntil: (time: string) => string;
  /** The time that is left: "14:32". */
  readonly left: (clock: string) => string;
  /** Announced to screen readers when this number of minutes is left. */
  readonly minutesLeft: (minutes: number) => string;
  readonly holdLonger: string;
  readonly pay: (amount: string) => string;
  readonly opening: string;
  readonly otherTime: string;
  /** Back from the checkout without having paid. */
  readonly notPaid: string;
  readonly stillHeld: string;
  readonly processing: string;
  readonly processingHelp: string;
  /** The payment is still unknown after a minute. */
  readonly later: string;
  readonly laterHelp: string;
  readonly lookAgain: string;
  readonly expired: string;
  readonly expiredHelp: string;
  /** Cancelled or declined after it was paid. */
  readonly cancelled: string;
  /** The payment arrived after the slot was given away. */
  readonly returned: string;
  readonly returnedHelp: (amount: string) => string;
  readonly chooseAgain: string;
  readonly paid: (amount: string) => string;
  readonly failed: string;
  readonly offline: string;
  readonly notConfigured: string;
  /** The booking could not be read, so it is not known whether it is paid. */
  readonly unknown: string;
  readonly unknownHelp: string;
  readonly loading: string;
  readonly tryAgain: string;
  /** The refund after a cancellation: "until Friday 14 November, 15:00". */
  readonly refundFull: (until: string) => string;
  readonly refundPart: (percent: number, until: string) => string;
  readonly refundNone: string;
}

export const paymentEnglish: PaymentMessages = {
  title: 'Pay to book this time',
  total: 'Total',
  when: 'When',
  heldUntil: (time) => `Held for you until ${time}`,
  left: (clock) => `${clock} left`,
  minutesLeft: (minutes) =>
    minutes === 1 ? 'The time is held for one more minute' : `The time is held for ${minutes} more minutes`,
  holdLonger: 'Hold it longer',
  pay: (amount) => `Pay ${amount}`,
  opening: 'Opening the checkout',
  otherTime: 'Choose another time',
  notPaid: 'Not paid',
  stillHeld: 'Nothing was charged. Your time and your details are kept until the hold ends.',
  processing: 'Your payment is being processed',
  processingHelp: 'This usually takes a few seconds. You need not stay on this page.',
  later: 'We have not heard from the payment yet',
  laterHelp: 'As soon as it arrives, your session is booked. You can close this page.',
  lookAgain: 'Look again',
  expired: 'The time is no longer held',
  expiredHelp: 'It was not paid in time, and nothing was charged. It may still be open.',
  cancelled: 'This session is cancelled',
  returned: 'The time was given away before the payment arrived',
  returnedHelp: (amount) => `${amount} goes back to the card you paid with, within a few days.`,
  chooseAgain: 'Choose a time',
  paid: (amount) => `Paid ${amount}`,
  failed: 'The checkout could not be opened. Nothing was charged. Try again in a moment.',
  offline: 'You are offline. Nothing was charged.',
  notConfigured: 'This can only be paid at the session.',
  unknown: 'Your booking could not be loaded',
  unknownHelp: 'If you have paid, the payment is safe. Check your internet connection, then try again.',
  loading: 'Loading your booking',
  tryAgain: 'Try again',
  refundFull: (until) => `Cancel until ${until} and get everything back.`,
  refundPart: (percent, until) => `After that ${percent} % until ${until}.`,
  refundNone: 'Later cancellations are not refunded.',
};
