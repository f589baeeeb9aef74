import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createBookingClient } from '../src/core/client/client.ts';
import { register } from '../src/elements/base/register.ts';
import { CbFirstSteps } from '../src/elements/first-steps/first-steps.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { clock, now, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-first-steps', CbFirstSteps);

const fresh = { email: 'nia@example.com', password: 'a fresh Coach 7', name: 'Nia Okoro', role: 'coach' } as const;

/** A coach's way from a new account to a page that takes bookings. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-first-steps',
  component: 'cb-first-steps',
  loaders: [
    async ({ id, args: { as } }) => {
      const api = `https://${id}.example.com`;
      const mock = createMockServer({ clock });
      const { signIn } = createBookingClient({ api, fetch: (request) => mock.fetch(request) });
      if (as === 'new') await signIn.signUp(fresh);
      else if (as) await signIn.logIn({ email: as, password: SEED_PASSWORD });
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
    <cb-first-steps
      api=${api} locale="en-GB" script-src="https://cdn.example/cb-booking.js" .fetch=${fetch} .signIn=${signIn} .now=${now}
    ></cb-first-steps>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-first-steps', {
  as: seed.coach.email,
  attributes: { 'hours-href': '#hours' },
  width: '760px',
});

export const NewCoach: StoryObj = {
  args: { as: 'new' },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.sum', '2 steps are left');
  },
};

export const TakesBookings: StoryObj = {
  args: { as: seed.coach.email },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '.sum', 'Your page takes bookings');
  },
};

export const SignedOut: StoryObj = {
  play: async ({ canvasElement }) => void (await seen(canvasElement, 'cb-sign-in')),
};

export const Client: StoryObj = { args: { as: seed.client.email } };

export const Fails: StoryObj = {
  args: { as: seed.coach.email },
  play: async ({ canvasElement }) => void (await seen(canvasElement, '[role="alert"] button')),
};

export const OnAPhone: StoryObj = {
  args: { as: 'new' },
  play: async ({ canvasElement }) => void (await seen(canvasElement, '[part="snippet"]')),
};
