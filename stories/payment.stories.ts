import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Booking } from '../src/contract/index.ts';
import { register } from '../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../src/elements/booking-confirmation/booking-confirmation.ts';
import { sharedClient } from '../src/elements/context/shared-client.ts';
import { CbPayment } from '../src/elements/payment/payment.ts';

register('cb-payment', CbPayment);
register('cb-booking-confirmation', CbBookingConfirmation);

const held: Booking = {
  id: '8f1d4a52-6c1b-4e0e-9a57-0d4a2f1f7c11',
  client_id: 'client',
  coach_id: 'coach',
  session_datetime: '2025-11-20T10:00:00Z',
  duration_minutes: 60,
  status: 'pending',
  hold_expires_at: '2025-11-05T10:45:00Z',
  price: { amount: 9000, currency: 'EUR' },
  session_type: {
    id: 'hour',
    name: 'A session of an hour',
    price: { amount: 9000, currency: 'EUR' },
    tax_note: 'incl. 19 % VAT',
    refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
  },
};
const { hold_expires_at: _, ...booked } = held;
const payment = { id: 'payment', amount: 9000, currency: 'EUR', refunded: 0 } as const;
const refund = { amount: 9000, status: 'succeeded', at: '2025-11-05T10:50:00Z' } as const;

/** Paying for a held time: before the checkout, and every way in which visitors come back from it. */
const meta: Meta = {
  title: 'Journeys/Paying',
  tags: ['!autodocs'],
  component: 'cb-payment',
  render: (args, { parameters }) => {
    const booking: Booking = args.booking ?? held;
    const fetch = async () => (args.fails ? Promise.reject(new TypeError('Failed to fetch')) : Response.json(booking));
    const client = sharedClient({ api: 'https://pay.example', fetch, getToken: () => 'token' });
    return html`<div dir=${parameters.dir ?? 'ltr'} style="max-width: ${parameters.width ?? 640}px; color-scheme: ${parameters.theme ?? 'light'}; background: Canvas; padding: 8px">
      <cb-payment
        .client=${client} .booking=${args.how ? undefined : booking} .how=${args.how ?? ''} time-zone="Europe/Berlin" locale="en-GB"
        .now=${() => Date.parse(args.clock ?? '2025-11-05T10:30:00Z')}
      ></cb-payment>
    </div>`;
  },
  play: async ({ canvasElement, args }) => {
    await waitFor(() => {
      const root = canvasElement.querySelector('cb-payment')?.shadowRoot;
      const title =
        root?.querySelector('h3') ?? root?.querySelector('cb-booking-confirmation')?.shadowRoot?.querySelector('h3');
      expect(title).toHaveTextContent(args.title);
    });
  },
};
export default meta;

export const Due: StoryObj = { args: { title: 'Pay to book this time' } };
export const DueOnAPhoneInTheDark: StoryObj = { ...Due, parameters: { width: 320, theme: 'dark' } };
export const DueMirrored: StoryObj = { ...Due, parameters: { dir: 'rtl' } };
export const FewMinutesLeft: StoryObj = { args: { title: 'Pay to book this time', clock: '2025-11-05T10:41:30Z' } };
export const NotPaid: StoryObj = { args: { title: 'Not paid', how: `unpaid:${held.id}` } };
export const Processing: StoryObj = { args: { title: 'Your payment is being processed', how: `paid:${held.id}` } };
export const Paid: StoryObj = {
  args: {
    title: 'Your session is booked',
    booking: { ...booked, status: 'confirmed', payment: { ...payment, status: 'succeeded' } },
  },
};
export const PaidAndWaiting: StoryObj = {
  args: { title: 'Request sent', booking: { ...booked, payment: { ...payment, status: 'succeeded' } } },
};
export const Expired: StoryObj = {
  args: { title: 'The time is no longer held', booking: { ...booked, status: 'cancelled' } },
};
export const Declined: StoryObj = {
  args: {
    title: 'This session is cancelled',
    booking: {
      ...booked,
      status: 'cancelled',
      payment: { ...payment, status: 'refunded', refunded: 9000, refund: { ...refund, reason: 'declined' } },
    },
  },
};
export const GivenAway: StoryObj = {
  args: {
    title: 'The time was given away before the payment arrived',
    booking: {
      ...booked,
      status: 'cancelled',
      payment: { ...payment, status: 'refunded', refunded: 9000, refund: { ...refund, reason: 'late' } },
    },
  },
};
export const NotLoaded: StoryObj = {
  args: { title: 'Your booking could not be loaded', how: `paid:${held.id}`, fails: true },
};
