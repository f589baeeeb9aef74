import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createBookingClient } from '../src/core/client/client.ts';
import { SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { clock, press, seen } from './booking-setting.ts';

/** What people do with their own account: it stands below their bookings, and by itself on an account page. */
const meta: Meta = {
  title: 'cb-account',
  component: 'cb-account',
  parameters: { mock: { clock } },
  loaders: [
    async ({ id }) => {
      const { session } = createBookingClient({ api: `/api/${id}` });
      await session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
      return { session };
    },
  ],
  render: (_, { id, loaded }) =>
    html`<cb-account api="/api/${id}" locale="en-GB" .session=${loaded.session}></cb-account>`,
};
export default meta;

export const FoldedAway: StoryObj = {};

export const ChangingThePassword: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'summary');
    await press(canvasElement, '[data-act="password"]');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '#field-current-error');
  },
};

export const Deleting: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'summary');
    await press(canvasElement, '[data-act="remove"]');
    await seen(canvasElement, '#field-current');
  },
};
