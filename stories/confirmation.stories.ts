import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Booking } from '../src/contract/index.ts';
import { CbAddToCalendar } from '../src/elements/add-to-calendar/add-to-calendar.ts';
import { register } from '../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../src/elements/booking-confirmation/booking-confirmation.ts';
import { playground } from './playground.ts';

register('cb-booking-confirmation', CbBookingConfirmation);
register('cb-add-to-calendar', CbAddToCalendar);

const booking: Booking = {
  id: '8f1d4a52-6c1b-4e0e-9a57-0d4a2f1f7c11',
  client_id: 'client',
  coach_id: 'coach',
  session_datetime: '2025-11-15T14:00:00Z',
  duration_minutes: 60,
  status: 'pending',
  notes: 'Looking forward to discussing career transition',
};
const coach = { user_id: 'coach', name: 'Ana Keller', time_zone: 'Europe/Berlin', location: 'Video call' };

/** What was booked, and what to do with it now. */
const meta: Meta = {
  title: 'Elements/Parts to build with/cb-booking-confirmation',
  component: 'cb-booking-confirmation',
  render: (args) => html`<div style="max-width: 640px">
    <cb-booking-confirmation
      .booking=${{ ...booking, ...args }} .coach=${coach} time-zone="America/New_York" locale="en-GB"
    ></cb-booking-confirmation>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-booking-confirmation', {
  attributes: { 'time-zone': 'America/New_York' },
  properties: { booking, coach },
  width: '640px',
});

export const Pending: StoryObj = { args: { link: 'signed' } };
export const Confirmed: StoryObj = { args: { status: 'confirmed', meeting_link: 'https://meet.example.com/abc' } };
export const Completed: StoryObj = { args: { status: 'completed' } };
export const Cancelled: StoryObj = { args: { status: 'cancelled' } };
