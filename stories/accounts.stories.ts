import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createBookingClient } from '../src/core/client/client.ts';
import { CbAccounts } from '../src/elements/accounts/accounts.ts';
import { register } from '../src/elements/base/register.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { clock, fill, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-accounts', CbAccounts);

/** All people, for an admin: part of `<cb-bookings>` for admins, and an element of its own. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-accounts',
  component: 'cb-accounts',
  args: { as: seed.admin.email },
  loaders: [
    async ({ id, args: { as } }) => {
      const api = `https://${id}.example.com`;
      const mock = createMockServer({ clock });
      const { signIn } = createBookingClient({ api, fetch: (request) => mock.fetch(request) });
      if (as) await signIn.logIn({ email: as, password: SEED_PASSWORD });
      const isDown = id.endsWith('--fails');
      const fetch = async (request: Request) =>
        isDown ? Response.json({ detail: 'Down' }, { status: 400 }) : mock.fetch(request);
      return { api, fetch, signIn };
    },
  ],
  render: (
    _,
    { id, loaded: { api, fetch, signIn } },
  ) => html`<div style="max-width: ${id.endsWith('on-a-phone') ? 328 : 760}px">
    <cb-accounts api=${api} locale="en-GB" .fetch=${fetch} .signIn=${signIn}></cb-accounts>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-accounts', { as: seed.admin.email });

export const Everybody: StoryObj = {
  play: async ({ canvasElement }) => void (await seen(canvasElement, '[part="account"]')),
};

export const NobodyFound: StoryObj = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="account"]');
    await fill(canvasElement, '[part="search"]', 'beekeeping');
    await seen(canvasElement, '.state', 'Nobody');
  },
};

export const AskingBeforeSwitchingOff: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-act="off"]');
    await seen(canvasElement, '[part="question"]');
  },
};

export const SwitchedOff: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-act="off"]');
    await press(canvasElement, '[data-act="off-now"]');
    await seen(canvasElement, '[part~="off"]');
  },
};

export const SignedOut: StoryObj = {
  args: { as: '' },
  play: async ({ canvasElement }) => void (await seen(canvasElement, 'cb-sign-in')),
};

export const NotAnAdmin: StoryObj = {
  args: { as: seed.coach.email },
  play: async ({ canvasElement }) => void (await seen(canvasElement, '.state')),
};

export const Fails: StoryObj = {
  play: async ({ canvasElement }) => void (await seen(canvasElement, '[part="problem"] button')),
};

export const OnAPhone: StoryObj = {
  play: async ({ canvasElement }) => void (await seen(canvasElement, '[part="account"]')),
};
