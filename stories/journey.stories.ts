import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { clock, coaches, fill, now, press, seen, toFilledForm } from './booking-setting.ts';

/** From the first look to the confirmation. */
const meta: Meta = {
  title: 'Journeys/Booking',
  tags: ['!autodocs'],
  parameters: { mock: { clock } },
  render: (_args, { id }) => html`<div style="max-width: 1040px">
    <cb-booking api="/api/${id}" coach=${coaches.ana} .now=${now} time-zone="America/New_York" locale="en-GB"></cb-booking>
  </div>`,
};
export default meta;

export const AsGuest: StoryObj = {
  play: async ({ canvasElement }) => {
    await toFilledForm(canvasElement);
    await fill(canvasElement, '#field-notes', 'Career transition');
    await press(canvasElement, '[part="back"]');
    await press(canvasElement, 'button[part~="time"]');
    const notes = await seen<HTMLTextAreaElement>(canvasElement, '#field-notes');
    await expect(notes.value).toBe('Career transition');
    await press(canvasElement, '[part="submit"]');
    const facts = await seen(canvasElement, 'dl[part="facts"]', 'New York (GMT−5)');
    await expect(facts.textContent).toContain('Berlin (GMT+1)');
  },
};

export const WithAnAccount: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    await press(canvasElement, '[part="sign-in"]');
    await fill(canvasElement, '#field-email', 'client@example.com');
    await fill(canvasElement, '#field-password', 'password123');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="identity"]', 'client@example.com');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, 'dl[part="facts"]');
  },
};

export const AfterTheTimeWasTaken: StoryObj = {
  parameters: { mock: { clock, scenario: 'slot-taken' } },
  play: async ({ canvasElement }) => {
    await toFilledForm(canvasElement);
    await press(canvasElement, '[part="submit"]');
    await press(canvasElement, '[part="nearest"]');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, 'dl[part="facts"]');
  },
};
