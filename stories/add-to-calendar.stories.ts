import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

/** Puts an event into the visitor's calendar. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-add-to-calendar',
  component: 'cb-add-to-calendar',
  args: {
    name: 'Session with Ana Keller',
    start: '2025-11-15T14:00:00Z',
    end: '2025-11-15T15:00:00Z',
    location: 'Video call',
  },
  render: ({ name, start, end, location }) => html`<div style="min-height: 320px">
    <cb-add-to-calendar name=${name} start=${start} end=${end} location=${location} locale="en-GB"></cb-add-to-calendar>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-add-to-calendar', {
  attributes: {
    name: 'Coaching with Ana Keller',
    start: '2025-11-18T14:00:00Z',
    end: '2025-11-18T15:00:00Z',
    location: 'Video call',
  },
});

export const Closed: StoryObj = {};

export const Open: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="button"]');
    const google = await seen(canvasElement, '[role="menuitem"]');
    await expect(google.getAttribute('href')).toContain('calendar.google.com');
  },
};
