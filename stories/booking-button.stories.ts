import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbBookingButton } from '../src/elements/booking-button/booking-button.ts';
import { clock, coaches, fill, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-booking-button', CbBookingButton);

/** A button that opens the booking in a dialog. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-booking-button',
  component: 'cb-booking-button',
  render: ({ floating = false, text = '' }, { id }) => html`<p style="min-height: 120px">
    <cb-booking-button ?floating=${floating} api="/api/${id}" coach=${coaches.ana} locale="en-GB" time-zone="Europe/Berlin"
      >${text}</cb-booking-button>
  </p>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-booking-button', {
  attributes: { coach: coaches.ana, 'time-zone': 'Europe/London' },
  content: 'Book a session',
});

export const Plain: StoryObj = { args: { text: 'Talk about it' } };

export const Floating: StoryObj = { args: { floating: true, text: 'Book a session' } };

export const Open: StoryObj = {
  args: { text: 'Book a session' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="button"]');
    await seen(canvasElement, 'button[part~="time"]');
  },
};

export const OnADarkPage: StoryObj = {
  ...Open,
  render: (args, context) => html`<div style="color-scheme: dark; background: #111; color: #eee; padding: 16px">
    ${meta.render?.(args, context)}
  </div>`,
};

export const ClosedAndOpenedAgain: StoryObj = {
  args: { text: 'Book a session' },
  parameters: { mock: { clock: 'real' } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="button"]');
    await press(canvasElement, 'button[part~="time"]');
    await fill(canvasElement, '#field-notes', 'Career transition');
    await press(canvasElement, '[part="close"]');
    const button = await seen(canvasElement, 'cb-booking-button');
    await waitFor(() => expect(button.shadowRoot?.activeElement?.matches('[part="button"]')).toBe(true));
    await press(canvasElement, '[part="button"]');
    await expect((await seen<HTMLTextAreaElement>(canvasElement, '#field-notes')).value).toBe('Career transition');
  },
};

/** The server cannot be reached. */
export const Offline: StoryObj = {
  args: { text: 'Book a session' },
  parameters: { mock: { clock, scenario: 'offline' } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="button"]');
    await seen(canvasElement, '[part="failure"]');
  },
};
