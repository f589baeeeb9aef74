import { isCoachSide, isPartyTo } from '../bookings/rights.ts';
import { writeBooking } from '../bookings/write-booking.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { writePayment } from '../payments/write-payment.ts';

type PaymentHandlers = Pick<
  Handlers,
  'createCheckout' | 'receivePaymentEvent' | 'getPayment' | 'refundPayment' | 'renewHold'
>;

/** Handlers of payments: checkout, webhook and refunds. */
export function paymentHandlers({ payments }: Services): PaymentHandlers {
  return {
    async createCheckout({ body: { booking_id, success_url, cancel_url }, caller }) {
      const request = { bookingId: booking_id, successUrl: success_url, cancelUrl: cancel_url };
      return { reply: await payments.checkout(caller, request) };
    },

    async receivePaymentEvent({ body, request }) {
      return { reply: await payments.receive(body, request.headers.get('stripe-signature') ?? '') };
    },

    async getPayment({ params, caller }) {
      const found = await payments.find(params.payment_id);
      if (!found) throw new ProblemError('payment_not_found');
      if (!isPartyTo(caller, found.booking)) throw new ProblemError('payment_forbidden');
      return { reply: writePayment(found.payment) };
    },

    async refundPayment({ params, body, caller }) {
      const found = await payments.find(params.payment_id);
      if (!found) throw new ProblemError('payment_not_found');
      if (!isCoachSide(caller, found.booking)) throw new ProblemError('payment_forbidden');
      return { reply: writePayment(await payments.refund(params.payment_id, body.amount)) };
    },

    async renewHold({ params, caller }) {
      return { reply: writeBooking(await payments.extendHold(caller, params.booking_id)) };
    },
  };
}
