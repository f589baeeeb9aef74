import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbBookings } from '../src/elements/bookings/bookings.ts';
import { createMockServer } from '../src/mock/index.ts';
import { clock, coaches, fill, now, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-bookings', CbBookings);

/** A person's bookings: a client's own, a coach's, or the one that a signed link opens. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-bookings',
  component: 'cb-bookings',
  parameters: { mock: { clock } },
  render: ({ as = '', api, fetch }, { id }) => html`<div style="max-width: 760px">
    <cb-bookings
      api=${api ?? `/api/${id}`} .as=${as} .fetch=${fetch} .now=${now} time-zone="Europe/Berlin" locale="en-GB"
    ></cb-bookings>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-bookings', { as: 'client@example.com', width: '760px' });

async function signIn(canvas: HTMLElement, email: string): Promise<void> {
  await fill(canvas, '#field-email', email);
  await fill(canvas, '#field-password', 'password123');
  await press(canvas, '[part="submit"]');
  await seen(canvas, '[data-heading]');
}
const asClient = (canvas: HTMLElement) => signIn(canvas, 'client@example.com');
const asCoach = (canvas: HTMLElement) => signIn(canvas, 'coach@example.com');

async function choose(canvas: HTMLElement, view: string): Promise<void> {
  const list = await seen(canvas, 'cb-bookings');
  const buttons = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('[part="view"]') ?? [])];
  buttons.find(({ textContent }) => textContent?.includes(view))?.click();
}

export const SignedOut: StoryObj = {};

export const Client: StoryObj = {
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await seen(canvasElement, '[part~="booking"]', 'Ana Keller');
  },
};

export const ClientPast: StoryObj = {
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await seen(canvasElement, '[part~="booking"]');
    await choose(canvasElement, 'Past');
    await seen(canvasElement, '[part~="completed"]');
  },
};

export const AskingBeforeCancelling: StoryObj = {
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await press(canvasElement, '[data-act="cancel"]');
    await seen(canvasElement, '[data-reason]');
  },
};

export const CancelledAndTakenBack: StoryObj = {
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await press(canvasElement, '[data-act="cancel"]');
    await press(canvasElement, '[part="cancel-now"]');
    await press(canvasElement, '[data-undo]');
    await seen(canvasElement, '[data-act="cancel"]');
  },
};

export const Moving: StoryObj = {
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await press(canvasElement, '[data-act="move"]');
    await press(canvasElement, 'button[part~="time"]');
    await press(canvasElement, '[part="submit"]');
    const list = await seen(canvasElement, 'cb-bookings');
    await waitFor(() => expect(list.shadowRoot?.querySelector('[role="status"]')).toHaveTextContent('Moved to'));
  },
};

export const Coach: StoryObj = {
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await press(canvasElement, '[data-act="confirm"]');
    await seen(canvasElement, '[part~="confirmed"]');
  },
};

export const SeveralAtOnce: StoryObj = {
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await seen(canvasElement, '[part~="booking"]');
    await choose(canvasElement, 'Upcoming');
    await seen(canvasElement, '[part~="confirmed"]');
    const list = await seen(canvasElement, 'cb-bookings');
    for (const box of list.shadowRoot?.querySelectorAll<HTMLElement>('[part="select"]') ?? []) box.click();
    await seen(canvasElement, '[part="toolbar"]', '3 selected');
  },
};

export const SeveralCancelled: StoryObj = {
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await seen(canvasElement, '[part~="booking"]');
    await choose(canvasElement, 'Upcoming');
    await seen(canvasElement, '[part~="confirmed"]');
    const list = await seen(canvasElement, 'cb-bookings');
    for (const box of list.shadowRoot?.querySelectorAll<HTMLElement>('[part="select"]') ?? []) box.click();
    await press(canvasElement, '[data-act="cancel-selected"]');
    await press(canvasElement, '[part="cancel-now"]');
    await seen(canvasElement, '[data-undo-all]');
  },
};

const asked = createMockServer({ clock });
export const CoachWeek: StoryObj = {
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await press(canvasElement, '[data-act="week"]');
    await seen(canvasElement, '[part="week"]');
  },
};

export const Admin: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, 'admin@example.com');
    await seen(canvasElement, '[part~="booking"]');
    await seen(canvasElement, '[part="acting"]', 'administrator');
  },
};

export const AdminForOneCoach: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, 'admin@example.com');
    const coach = await seen<HTMLSelectElement>(canvasElement, 'select[part="coach"]');
    await waitFor(() => expect(coach.options.length).toBeGreaterThan(1));
    coach.value = coaches.ana;
    coach.dispatchEvent(new Event('change', { bubbles: true }));
    await seen(canvasElement, '[data-act="hours"]');
    await seen(canvasElement, '[part~="booking"]');
  },
};

export const CoachWithAnswers: StoryObj = {
  args: { api: 'https://asked.example.com', fetch: (request: Request) => asked.fetch(request) },
  loaders: [
    async () => {
      const call = async (path: string, body: object, token = '') => {
        const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
        const request = new Request(`https://asked.example.com${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        });
        return (await asked.fetch(request)).json();
      };
      const client = await call('/auth/login', { email: 'client@example.com', password: 'password123' });
      await call(
        '/booking',
        {
          coach_id: coaches.tomas,
          session_datetime: '2025-11-17T16:00:00Z',
          duration_minutes: 45,
          notes: 'I have an offer from a firm in Lima.',
          answers: { topic: 'A negotiation ahead', phone: '+49 170 1234567', first_time: true },
        },
        client.access_token,
      );
    },
  ],
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, 'tomas@example.com');
    (await seen(canvasElement, 'summary')).click();
    await seen(canvasElement, 'details', 'Is this your first coaching session?Yes');
  },
};

export const Empty: StoryObj = {
  parameters: { mock: { clock, scenario: 'empty' } },
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await seen(canvasElement, '.empty', 'No sessions to come.');
  },
};

export const Many: StoryObj = {
  parameters: { mock: { clock, scenario: 'busy' } },
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await seen(canvasElement, '[part~="booking"]');
  },
};

const broken = createMockServer({ clock });
export const ListFails: StoryObj = {
  args: {
    api: 'https://broken.example.com',
    fetch: (request: Request) =>
      request.url.includes('/booking/')
        ? Promise.resolve(Response.json({ detail: 'Down for repairs' }, { status: 500 }))
        : broken.fetch(request),
  },
  play: async ({ canvasElement }) => {
    await asClient(canvasElement);
    await seen(canvasElement, '[role="alert"]', 'has a problem');
  },
};

const forbidding = createMockServer({ clock });
export const RefusedInTheRow: StoryObj = {
  args: {
    api: 'https://refusing.example.com',
    fetch: (request: Request) =>
      request.method === 'PATCH'
        ? Promise.resolve(Response.json({ detail: 'The diary is closed' }, { status: 400 }))
        : forbidding.fetch(request),
  },
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await press(canvasElement, '[data-act="confirm"]');
    await seen(canvasElement, '[part="problem"]', 'The diary is closed');
  },
};

const linked = createMockServer({ clock });
export const BySignedLink: StoryObj = {
  args: { api: 'https://linked.example.com', fetch: (request: Request) => linked.fetch(request) },
  loaders: [
    async () => {
      const call = async (path: string, body: object, token = '') => {
        const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
        const request = new Request(`https://linked.example.com${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        });
        return (await linked.fetch(request)).json();
      };
      const guest = await call('/auth/guest', { email: 'mira@example.com', name: 'Mira Okafor' });
      const wish = { coach_id: coaches.ana, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
      return { link: (await call('/booking', wish, guest.access_token)).link };
    },
  ],
  render: ({ api, fetch }, { loaded }) => html`<div style="max-width: 760px">
    <cb-bookings api=${api} link=${loaded.link} .fetch=${fetch} .now=${now} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>
  </div>`,
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part~="booking"]', 'Saturday, 15 November 2025');
  },
};

export const BrokenLink: StoryObj = {
  render: (_args, { id }) => html`<div style="max-width: 760px">
    <cb-bookings api="/api/${id}" link="no-such-link" .now=${now} locale="en-GB"></cb-bookings>
  </div>`,
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[role="alert"]', 'does not open a booking');
  },
};

export const OnAPhone: StoryObj = {
  render: (_args, { id }) => html`<div style="max-width: 328px">
    <cb-bookings api="/api/${id}" .now=${now} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>
  </div>`,
  play: async ({ canvasElement }) => {
    await asCoach(canvasElement);
    await seen(canvasElement, '[data-act="confirm"]');
  },
};
