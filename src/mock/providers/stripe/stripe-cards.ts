/** The result of a payment with a test card (docs.stripe.com/testing). */
type CardOutcome =
  | { readonly kind: 'paid' }
  | { readonly kind: 'declined'; readonly code: string; readonly declineCode: string; readonly message: string }
  /** The bank asks for authentication; the payment continues after the answer. */
  | { readonly kind: 'authentication' }
  /** Paid, and disputed by the card's owner soon after. */
  | { readonly kind: 'disputed' };

/** A test card: its number, and the result of paying with it. */
export interface TestCard {
  readonly number: string;
  readonly meaning: string;
  readonly outcome: CardOutcome;
}

const declined = (declineCode: string, message: string): CardOutcome => ({
  kind: 'declined',
  code: 'card_declined',
  declineCode,
  message,
});

export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', meaning: 'is paid', outcome: { kind: 'paid' } },
  {
    number: '4000000000000002',
    meaning: 'is declined',
    outcome: declined('generic_decline', 'Your card was declined.'),
  },
  {
    number: '4000000000009995',
    meaning: 'has insufficient funds',
    outcome: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  { number: '4000002500003155', meaning: 'asks for authentication', outcome: { kind: 'authentication' } },
  {
    number: '4000000000003220',
    meaning: 'always asks for authentication (3D Secure 2)',
    outcome: { kind: 'authentication' },
  },
  { number: '4000000000000259', meaning: 'is paid, and disputed afterwards', outcome: { kind: 'disputed' } },
];

/** The test card with this number, written with or without blanks. */
export function findCard(number: string): TestCard | undefined {
  const digits = number.replace(/[\s-]/g, '');
  return testCards.find((card) => card.number === digits);
}
