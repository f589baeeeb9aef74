import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock, coaches, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

/** Books one given time, alone on a page. */
const meta: Meta = {
  title: 'Elements/Parts to build with/cb-booking-form',
  component: 'cb-booking-form',
  args: { coach: coaches.ana, start: '2025-11-12T10:00:00Z', name: '', email: '' },
  parameters: { mock: { clock } },
  render: ({ coach, start, name, email }, { id }) => html`<div style="max-width: 640px">
    <cb-booking-form
      api="/api/${id}" coach=${coach} start=${start} duration="60" name=${name} email=${email}
      time-zone="Europe/London" locale="en-GB"
    ></cb-booking-form>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-booking-form', {
  attributes: { coach: coaches.ana, start: '2025-11-12T10:00:00Z', duration: 60, 'time-zone': 'Europe/London' },
  width: '640px',
});

export const Empty: StoryObj = {};

export const Prefilled: StoryObj = { args: { name: 'Eva Marsh', email: 'eva@example.com' } };

export const WithErrors: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="error-summary"]', '2 things to correct');
  },
};

export const Books: StoryObj = {
  args: { name: 'Eva Marsh', email: 'eva@example.com' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="title"]');
  },
};
