/** The texts about what was paid and what goes back, in lists of bookings. Amounts, days and times come formatted. */
export interface RefundsMessages {
  /** The label in front of what was paid. */
  readonly payment: string;
  readonly paid: (amount: string) => string;
  readonly refunded: (amount: string, day: string) => string;
  readonly onItsWay: (amount: string) => string;
  readonly failed: (amount: string) => string;
  /** To the coach's side; `problem` is what the provider said, or empty. */
  readonly failedBecause: (amount: string, problem: string) => string;
  /** The status of a booking that is held until it is paid. */
  readonly waiting: string;
  readonly held: (time: string) => string;
  /** The hold has ended, and nothing was paid. */
  readonly heldNoMore: string;
  /** Opens the payment of a held booking. */
  readonly pay: (amount: string) => string;
  /** Asked before a client cancels: all of it, a part, nothing. */
  readonly allBack: (amount: string) => string;
  readonly partBack: (amount: string, paid: string) => string;
  readonly lessAfter: (dayAndTime: string) => string;
  readonly nothingBack: (paid: string, last: string) => string;
  readonly notPaid: string;
  /** Asked before the coach's side cancels. `name` is empty where the client's is not known. */
  readonly clientGets: (name: string, amount: string) => string;
  /** Several bookings at once; the amounts are joined: "€180 and CHF 90". */
  readonly clientsGet: (amounts: string) => string;
  readonly refund: string;
  readonly refundQuestion: (name: string, most: string) => string;
  /** Follows the question, for a session that is still to come. */
  readonly allCancels: string;
  readonly amount: (currency: string) => string;
  readonly amountHelp: string;
  /** The amount that was written is none, or more than is left. */
  readonly amountFault: (most: string) => string;
  readonly refundNow: string;
  readonly refunding: string;
  readonly keep: string;
  readonly tryAgain: string;
  /** Said once the refund is under way. */
  readonly started: (amount: string) => string;
  readonly refused: (detail: string) => string;
  readonly unreachable: string;
}

export const refundsEnglish: RefundsMessages = {
  payment: 'Payment',
  paid: (amount) => `${amount} paid`,
  refunded: (amount, day) => `${amount} refunded on ${day}`,
  onItsWay: (amount) => `refund of ${amount} on its way`,
  failed: (amount) => `refund of ${amount} has not gone through yet`,
  failedBecause: (amount, problem) =>
    problem ? `The refund of ${amount} failed: ${problem}` : `The refund of ${amount} failed.`,
  waiting: 'Waiting for the payment',
  held: (time) => `not paid yet, held until ${time}`,
  heldNoMore: 'not paid in time, no longer held',
  pay: (amount) => `Pay ${amount}`,
  allBack: (amount) => `All you paid, ${amount}, goes back to the card you paid with, usually within 5 to 10 days.`,
  partBack: (amount, paid) =>
    `${amount} of the ${paid} you paid goes back to the card you paid with, usually within 5 to 10 days.`,
  lessAfter: (dayAndTime) => `After ${dayAndTime} less goes back.`,
  nothingBack: (paid, last) => `Nothing of the ${paid} you paid goes back: refunds ended on ${last}.`,
  notPaid: 'Nothing was paid for it yet, so nothing is charged.',
  clientGets: (name, amount) => `${name || 'The client'} gets ${amount} back, usually within 5 to 10 days.`,
  clientsGet: (amounts) => `The clients get ${amounts} back, usually within 5 to 10 days.`,
  refund: 'Refund',
  refundQuestion: (name, most) => `Give money back to ${name || 'the client'}? Up to ${most}.`,
  allCancels: 'The session stays booked unless everything goes back: that cancels it.',
  amount: (currency) => `Amount in ${currency}`,
  amountHelp: 'It cannot be taken back.',
  amountFault: (most) => `Write an amount of at most ${most}.`,
  refundNow: 'Refund',
  refunding: 'Refunding…',
  keep: 'Close',
  tryAgain: 'Try again',
  started: (amount) => `The refund of ${amount} is on its way`,
  refused: (detail) => `Nothing was refunded. The service says: ${detail}`,
  unreachable:
    'The service could not be reached, and nothing was refunded. Check your internet connection, then try again.',
};
