import type { ChargeAmount } from '../../domain/money/charge-amount.ts';

/** A checkout to open. The same `key` with the same words opens it once, however often it is asked for. */
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

/** How a checkout stands at the provider. */
export interface CheckoutState {
  readonly sessionId: string;
  readonly status: 'open' | 'complete' | 'expired';
  readonly isPaid: boolean;
  readonly intentId: string | null;
  /** Where to pay; null once it cannot be paid any more. */
  readonly url: string | null;
}

/** What an event tells us. Whose payment it is stands in the metadata that we sent. */
export type PaymentEvent =
  | { readonly kind: 'paid'; readonly paymentId: string; readonly intentId: string | null }
  | { readonly kind: 'expired'; readonly paymentId: string; readonly sessionId: string }
  | { readonly kind: 'failed'; readonly paymentId: string }
  /** `returned` is what was given back of the whole payment, as the provider counts. */
  | { readonly kind: 'refunded'; readonly paymentId: string; readonly returned: number; readonly currency: string }
  | { readonly kind: 'disputed'; readonly intentId: string }
  | { readonly kind: 'other' };

/** An event whose signature was right. */
export interface SignedEvent {
  readonly id: string;
  /** `checkout.session.completed` */
  readonly type: string;
  readonly event: PaymentEvent;
}

/** Who takes the money. Every call rejects with the provider's own error. */
export interface PaymentGateway {
  openCheckout(wish: CheckoutWish): Promise<CheckoutState>;
  findCheckout(sessionId: string): Promise<CheckoutState>;
  /** Closes a checkout; the answer says whether it was paid just before. */
  closeCheckout(sessionId: string): Promise<CheckoutState>;
  /** Gives back once for one `refundId`. `tries` counts from 1: an earlier try may have come through unseen. */
  refund(
    wish: ChargeAmount & {
      readonly refundId: string;
      readonly tries: number;
      readonly intentId: string;
      readonly paymentId: string;
    },
  ): Promise<void>;
  /** The event in a webhook's body; `undefined` when the signature is wrong, or too old at `now`. */
  readEvent(body: string, signature: string, now: number): Promise<SignedEvent | undefined>;
}
