import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { clock, coaches, now, press, seen, toFilledForm } from './booking-setting.ts';
import { playground } from './playground.ts';

interface Args {
  /** The story's own mock server when empty. */
  readonly api: string;
  readonly coach: string;
  readonly duration: number;
  readonly theme: 'light' | 'dark' | undefined;
  readonly width: string;
}

/** The whole of a booking in one element: choose a time, say who you are, book. */
const meta: Meta<Args> = {
  title: 'Elements/For visitors/cb-booking',
  component: 'cb-booking',
  args: { api: '', coach: coaches.ana, duration: 0, theme: undefined, width: '1040px' },
  argTypes: { theme: { control: 'inline-radio', options: ['light', 'dark'] } },
  parameters: { mock: { clock } },
  render: ({ api, coach, duration, theme, width }, { id }) => html`<div style="max-width: ${width}">
    <cb-booking
      api=${api || `/api/${id}`} coach=${coach} .duration=${duration} .theme=${theme} .now=${now} time-zone="Europe/London" locale="en-GB"
      ><a href="mailto:ana@example.com">Write to Ana to find a time</a></cb-booking
    >
  </div>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-booking', {
  attributes: { coach: coaches.ana, 'time-zone': 'Europe/London' },
  content: '<a href="mailto:ana@example.com">Write to Ana to find a time</a>',
});

export const Month: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, 'button[part~="time"]');
  },
};

export const Dark: Story = { ...Month, args: { theme: 'dark' }, globals: { backgrounds: { value: 'dark' } } };

export const Tablet: Story = { ...Month, args: { width: '700px' } };

export const Phone: Story = { ...Month, args: { width: '340px' } };

/** Every answer takes a while: the shape of what is coming. */
export const Loading: Story = { parameters: { mock: { clock, latency: 60_000 } } };

/** Nothing is open. */
export const NothingOpen: Story = { parameters: { mock: { clock, scenario: 'empty' } } };

export const Details: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    await seen(canvasElement, '[part="submit"]');
  },
};

/** A coach who asks questions, and a visitor who overlooked them. */
export const DetailsWithErrors: Story = {
  args: { coach: coaches.tomas },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    await seen(canvasElement, 'fieldset');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="error-summary"]');
  },
};

/** Somebody else was faster. */
export const TakenMeanwhile: Story = {
  parameters: { mock: { clock, scenario: 'slot-taken' } },
  play: async ({ canvasElement }) => {
    await toFilledForm(canvasElement);
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="nearest"]');
  },
};

export const Booked: Story = {
  play: async ({ canvasElement }) => {
    await toFilledForm(canvasElement);
    await press(canvasElement, '[part="submit"]');
    const title = await seen(canvasElement, '[part="title"]', 'Request sent');
    await expect(title.textContent).toBe('Request sent');
  },
};

/** The browser has no connection: what is on the screen stays, and says so. */
export const Offline: Story = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, 'button[part~="time"]');
    globalThis.dispatchEvent(new Event('offline'));
    await seen(canvasElement, '[part="banner"]', 'You are offline');
  },
};

/** The coach takes no bookings. */
export const Closed: Story = {
  args: { coach: coaches.claire },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="failure"]');
  },
};

/** The address is that of a web site, not of a booking API. */
export const NoBookingService: Story = {
  args: { api: '/elsewhere' },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="failure"]');
  },
};

/** Every connection is dropped. */
export const Unreachable: Story = {
  parameters: { mock: { clock, scenario: 'offline' } },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="failure"]');
  },
};
