/** Times are epoch seconds, amounts Stripe's unit of the currency, as on Stripe's wire. */
export interface StripeSession {
  readonly id: string;
  readonly created: number;
  readonly expiresAt: number;
  readonly amount: number;
  readonly currency: string;
  readonly name: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly successUrl: string;
  readonly cancelUrl: string | null;
  readonly clientReferenceId: string | null;
  readonly customerEmail: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly intentMetadata: Readonly<Record<string, string>>;
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentIntent: string | null;
}

export interface StripeIntent {
  readonly id: string;
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'requires_payment_method' | 'requires_action' | 'succeeded';
  readonly latestCharge: string | null;
  readonly lastError: { readonly code: string; readonly declineCode?: string; readonly message: string } | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StripeCharge {
  readonly id: string;
  readonly created: number;
  readonly amount: number;
  readonly amountRefunded: number;
  readonly currency: string;
  readonly paymentIntent: string;
  readonly status: 'succeeded' | 'failed';
  readonly last4: string;
  readonly disputed: boolean;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StripeRefund {
  readonly id: string;
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StripeDispute {
  readonly id: string;
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string;
}

/** An object as Stripe writes it. */
export type Written = Readonly<Record<string, unknown>>;

export function writeSession(session: StripeSession, url: string): Written {
  return {
    id: session.id,
    object: 'checkout.session',
    amount_subtotal: session.amount,
    amount_total: session.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReferenceId,
    created: session.created,
    currency: session.currency,
    customer: null,
    customer_details: session.customerEmail === null ? null : { email: session.customerEmail },
    customer_email: session.customerEmail,
    expires_at: session.expiresAt,
    livemode: false,
    locale: null,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: session.paymentIntent,
    payment_method_types: ['card'],
    payment_status: session.status === 'complete' ? 'paid' : 'unpaid',
    status: session.status,
    submit_type: null,
    success_url: session.successUrl,
    ui_mode: 'hosted_page',
    // Only a session that can still be paid has an address.
    url: session.status === 'open' ? url : null,
  };
}

export function writeIntent(intent: StripeIntent): Written {
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_received: intent.status === 'succeeded' ? intent.amount : 0,
    capture_method: 'automatic_async',
    created: intent.created,
    currency: intent.currency,
    last_payment_error: intent.lastError && {
      type: 'card_error',
      code: intent.lastError.code,
      ...(intent.lastError.declineCode !== undefined && { decline_code: intent.lastError.declineCode }),
      message: intent.lastError.message,
    },
    latest_charge: intent.latestCharge,
    livemode: false,
    metadata: intent.metadata,
    status: intent.status,
  };
}

export function writeCharge(charge: StripeCharge): Written {
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.status === 'succeeded' ? charge.amount : 0,
    amount_refunded: charge.amountRefunded,
    captured: charge.status === 'succeeded',
    created: charge.created,
    currency: charge.currency,
    disputed: charge.disputed,
    livemode: false,
    metadata: charge.metadata,
    paid: charge.status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method_details: { type: 'card', card: { last4: charge.last4 } },
    refunded: charge.amountRefunded === charge.amount,
    status: charge.status,
  };
}

export function writeRefund(refund: StripeRefund): Written {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    metadata: refund.metadata,
    payment_intent: refund.paymentIntent,
    reason: refund.reason,
    status: 'succeeded',
  };
}

export function writeDispute(dispute: StripeDispute): Written {
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    livemode: false,
    metadata: {},
    payment_intent: dispute.paymentIntent,
    reason: 'fraudulent',
    status: 'needs_response',
  };
}
