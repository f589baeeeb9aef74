import type { ChargeAmount } from '../../domain/money/charge-amount.ts';

/** A checkout to open. The same `key` with the same content opens it once, however often it is requested. */
export interface CheckoutWish extends ChargeAmount {
  readonly key: string;
  readonly paymentId: string;
  readonly bookingId: string;
  /** "60 min with Ana Keller" */
  readonly title: string;
  readonly description: string | undefined;
  readonly email: string | undefined;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The state of a checkout at the provider. */
export interface CheckoutState {
  readonly sessionId: string;
  readonly status: 'open' | 'complete' | 'expired';
  readonly isPaid: boolean;
  readonly intentId: string | null;
  /** The address of the payment page; null when it can no longer be paid. */
  readonly url: string | null;
}

/** The content of an event. The payment's id comes from the metadata that we sent. */
export type PaymentEvent =
  | { readonly kind: 'paid'; readonly paymentId: string; readonly intentId: string | null }
  | { readonly kind: 'expired'; readonly paymentId: string; readonly sessionId: string }
  | { readonly kind: 'failed'; readonly paymentId: string }
  /** `returned` is the total refunded of the payment, in the provider's unit. */
  | { readonly kind: 'refunded'; readonly paymentId: string; readonly returned: number; readonly currency: string }
  | { readonly kind: 'disputed'; readonly intentId: string }
  | { readonly kind: 'other' };

/** An event with a valid signature. */
export interface SignedEvent {
  readonly id: string;
  /** `checkout.session.completed` */
  readonly type: string;
  readonly event: PaymentEvent;
}

/** The port to a payment provider. Every call rejects with the provider's own error. */
export interface PaymentGateway {
  openCheckout(wish: CheckoutWish): Promise<CheckoutState>;
  findCheckout(sessionId: string): Promise<CheckoutState>;
  /** Closes a checkout; the answer tells whether it was paid before. */
  closeCheckout(sessionId: string): Promise<CheckoutState>;
  /**
   * Refunds once for each `refundId`. Each `attempt` has another name; all but the `first` ask whether an earlier one has succeeded
   * without an answer.
   */
  refund(
    wish: ChargeAmount & {
      readonly refundId: string;
      readonly attempt: string;
      readonly intentId: string;
      readonly paymentId: string;
    },
  ): Promise<void>;
  /** The event in a webhook's body; `undefined` when the signature is wrong, or too old at `now`. */
  readEvent(body: string, signature: string, now: number): Promise<SignedEvent | undefined>;
}
