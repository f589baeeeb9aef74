import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createBookingClient } from '../src/core/client/client.ts';
import { CbAccount } from '../src/elements/account/account.ts';
import { register } from '../src/elements/base/register.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { clock, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-account', CbAccount);

/** What people do with their own account: it stands below their bookings, and by itself on an account page. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-account',
  component: 'cb-account',
  // The page's mock server answers from the story's start on; this one answers before, too.
  loaders: [
    async ({ id }) => {
      const api = `https://${id}.example.com`;
      const mock = createMockServer({ clock });
      const fetch = (request: Request) => mock.fetch(request);
      const { signIn } = createBookingClient({ api, fetch });
      await signIn.logIn({ email: seed.client.email, password: SEED_PASSWORD });
      return { api, fetch, signIn };
    },
  ],
  render: (_, { loaded: { api, fetch, signIn } }) =>
    html`<cb-account api=${api} locale="en-GB" .fetch=${fetch} .signIn=${signIn}></cb-account>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-account', { as: seed.client.email });

export const FoldedAway: StoryObj = {
  play: async ({ canvasElement }) => void (await seen(canvasElement, 'summary')),
};

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
