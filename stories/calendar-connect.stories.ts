import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbCalendarConnect } from '../src/elements/calendar-connect/calendar-connect.ts';
import { sharedClient } from '../src/elements/context/shared-client.ts';
import { createMockServer } from '../src/mock/index.ts';
import { createMockCalendars } from '../src/mock/providers/mock-calendars.ts';
import { playground } from './playground.ts';

register('cb-calendar-connect', CbCalendarConnect);

interface Args {
  readonly email: string;
  readonly width: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: 'light' | 'dark';
  /** What the server says of the calendars; the mock's own answer when left out. */
  readonly connections: readonly object[] | undefined;
  /** The server lacks all that is about calendars. */
  readonly lacking: boolean;
}

const now = '2025-11-05T10:30:00Z';

/** A server of the story's own; its providers are stand-ins that nobody can reach from here. */
function fetchOf({ connections, lacking }: Args): (request: Request) => Promise<Response> {
  const redirectUris = [location.origin + location.pathname];
  const { calendars } = createMockCalendars({ origin: location.origin, redirectUris });
  const mock = createMockServer({ clock: now, calendars });
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (lacking && pathname.startsWith('/calendar/')) return Response.json({ detail: 'Not Found' }, { status: 404 });
    if (connections && pathname === '/calendar/connections') return Response.json({ connections });
    return mock.fetch(request);
  };
}

const meta: Meta<Args> = {
  title: 'Elements/For coaches/cb-calendar-connect',
  component: 'cb-calendar-connect',
  args: {
    email: 'coach@example.com',
    width: '640px',
    dir: 'ltr',
    theme: 'light',
    connections: undefined,
    lacking: false,
  },
  argTypes: {
    email: { control: 'select', options: ['coach@example.com', 'client@example.com', ''] },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
    theme: { control: 'inline-radio', options: ['light', 'dark'] },
  },
  loaders: [
    async ({ args }) => {
      const fetch = fetchOf(args as Args);
      const { email } = args;
      const { signIn } = sharedClient({ api: 'https://api.example.com', fetch });
      if (email) await signIn.logIn({ email, password: 'password123' });
      return { fetch };
    },
  ],
  render: ({ width, dir, theme }, { loaded }) => html`
    <div dir=${dir} style="max-inline-size: ${width}; color-scheme: ${theme}; background: Canvas; padding: 16px">
      <cb-calendar-connect
        api="https://api.example.com" .fetch=${loaded.fetch} locale="en-GB" time-zone="Europe/Berlin" theme=${theme}
      ></cb-calendar-connect>
    </div>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-calendar-connect', { as: 'coach@example.com', width: '640px' });

const words = (canvas: HTMLElement) =>
  (canvas.querySelector('cb-calendar-connect')?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const says = (text: string): NonNullable<Story['play']> => {
  return ({ canvasElement }) => waitFor(() => expect(words(canvasElement)).toContain(text));
};

/** A coach who has connected nothing yet. */
export const NotConnected: Story = { play: says('Not connected') };

/** One calendar at work, the other to be connected anew. */
export const Connected: Story = {
  args: {
    connections: [
      {
        provider: 'google',
        configured: true,
        status: 'connected',
        account: 'ana.keller@gmail.example',
        last_sync: '2025-11-05T09:00:00Z',
      },
      {
        provider: 'outlook',
        configured: true,
        status: 'reconnect_needed',
        account: 'ana@contoso.example',
        last_error: 'Access was withdrawn in the Microsoft account',
      },
    ],
  },
  play: says('Connected as ana.keller@gmail.example'),
};

/** The server has credentials for one provider only. */
export const HalfConfigured: Story = {
  args: {
    connections: [
      { provider: 'google', configured: true, status: 'disconnected' },
      { provider: 'outlook', configured: false, status: 'disconnected' },
    ],
  },
  play: says('the service has not set it up'),
};

/** A backend that connects no calendars. */
export const Unsupported: Story = { args: { lacking: true }, play: says('This service does not connect calendars.') };

/** Nobody is signed in. */
export const SignedOut: Story = {
  args: { email: '' },
  play: async ({ canvasElement }) => {
    const form = () =>
      canvasElement
        .querySelector('cb-calendar-connect')
        ?.shadowRoot?.querySelector('cb-sign-in')
        ?.shadowRoot?.querySelector('form');
    await waitFor(() => expect(form()).toBeTruthy());
  },
};

/** In a narrow column, dark. */
export const NarrowDark: Story = {
  args: { ...Connected.args, width: '300px', theme: 'dark' },
  play: says('Reconnect needed'),
};

/** From right to left. */
export const RightToLeft: Story = { args: { ...Connected.args, dir: 'rtl' }, play: says('Reconnect needed') };
