import * as z from 'zod/mini';
import { booking, bookingParams } from '../booking.ts';
import type { Endpoint } from '../endpoint.ts';
import { checkout, createCheckoutBody, payment, paymentEventReply, paymentParams, refundBody } from '../payment.ts';

/** Calls to hold a slot while it is paid, to pay, and to refund. */
export const paymentEndpoints = {
  createCheckout: {
    method: 'POST',
    path: '/payment/checkout',
    auth: 'required',
    body: createCheckoutBody,
    status: 201,
    reply: checkout,
    errors: [
      'payment_exists',
      'nothing_to_pay',
      'return_url_not_allowed',
      'not_authenticated',
      'token_expired',
      'payment_create_forbidden',
      'booking_not_found',
      'hold_ended',
      'payment_provider_failed',
      'payments_not_configured',
    ],
    extension: true,
  },
  receivePaymentEvent: {
    method: 'POST',
    path: '/payment/webhook',
    auth: 'none',
    headers: ['stripe-signature'],
    // The signature covers the original text, so it must not be parsed and written again.
    body: z.string(),
    rawBody: true,
    status: 200,
    reply: paymentEventReply,
    errors: ['invalid_signature', 'payments_not_configured'],
    extension: true,
  },
  getPayment: {
    method: 'GET',
    path: '/payment/{payment_id}',
    auth: 'required',
    params: paymentParams,
    status: 200,
    reply: payment,
    errors: ['not_authenticated', 'token_expired', 'payment_forbidden', 'payment_not_found'],
    extension: true,
  },
  refundPayment: {
    method: 'POST',
    path: '/payment/{payment_id}/refund',
    auth: 'required',
    params: paymentParams,
    body: refundBody,
    status: 200,
    reply: payment,
    errors: [
      'not_refundable',
      'not_authenticated',
      'token_expired',
      'payment_forbidden',
      'payment_not_found',
      'payments_not_configured',
    ],
    extension: true,
  },
  renewHold: {
    method: 'POST',
    path: '/booking/{booking_id}/hold',
    auth: 'required',
    params: bookingParams,
    status: 200,
    reply: booking,
    errors: [
      'not_authenticated',
      'token_expired',
      'change_forbidden',
      'booking_not_found',
      'hold_ended',
      'hold_not_renewable',
    ],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
