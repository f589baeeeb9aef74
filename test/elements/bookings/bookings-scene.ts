import { fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { flowEndpoints } from '../../../src/contract/endpoints/flow.ts';
import type { CreateBooking } from '../../../src/contract/index.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';

register('cb-bookings', CbBookings);

export const api = 'https://api.example.com';

/** Colours are judged when they have settled. */
export function settleColours(): void {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
}

/** A list on the page, and the server behind it. */
export interface Scene {
  readonly element: CbBookings;
  readonly mock: MockServer;
  readonly requests: string[];
  /** Answers instead of the server, or throws as a network does, while it is set. */
  interfere: ((request: Request) => Response | undefined) | undefined;
}

type Fetch = (request: Request) => Promise<Response>;

/** Opens the list of whoever has this address; `fill` comes before. */
export async function open(
  email: string,
  fill?: (mock: MockServer, fetch: Fetch) => Promise<void>,
  { timeZone = 'Europe/Berlin', clock = '2025-11-05T10:30:00Z' } = {},
): Promise<Scene> {
  const mock = createMockServer({ clock });
  const requests: string[] = [];
  const fetch = async (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return scene.interfere?.(request) ?? mock.fetch(request);
  };
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } & Pick<Scene, 'interfere'> = { interfere: undefined };
  await fill?.(mock, fetch);
  if (email) await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  const element = await fixture<CbBookings>(
    html`<cb-bookings .api=${api} .fetch=${fetch} .now=${() => mock.clock.now()} time-zone=${timeZone} locale="en-GB"></cb-bookings>`,
  );
  if (email) await waitUntil(() => rows(element).length > 0, 'the list has rows');
  return Object.assign(scene, { element, mock, requests });
}

/** Books as the seeded client, with Ana unless said otherwise. */
export const bookedAlso =
  (...wishes: readonly (Partial<CreateBooking> & Pick<CreateBooking, 'session_datetime'>)[]) =>
  async (mock: MockServer, fetch: Fetch): Promise<void> => {
    const client = sharedClient({ api, fetch }).with(flowEndpoints);
    await client.session.logIn({ email: 'client@example.com', password: 'password123' });
    for (const wish of wishes) {
      const body = { coach_id: mock.seed.coaches.ana, duration_minutes: 60, ...wish };
      await client.createBooking({ body }, { idempotencyKey: wish.session_datetime });
    }
  };

export const root = (element: CbBookings) => element.shadowRoot as ShadowRoot;
export const rows = (element: CbBookings) => [...root(element).querySelectorAll('article[aria-labelledby]')];
export const statuses = (element: CbBookings) =>
  rows(element).map((row) => row.querySelector('[part~="status"]')?.textContent?.trim());
export const button = (within: ParentNode, act: string) => within.querySelector<HTMLElement>(`[data-act="${act}"]`);
export const said = (element: CbBookings) => root(element).querySelector('[role="status"]')?.textContent ?? '';
export const problem = (element: CbBookings) => root(element).querySelector('[part="problem"]')?.textContent ?? '';
export const view = (element: CbBookings, name: string) =>
  [...root(element).querySelectorAll<HTMLElement>('nav button')].find((tab) => tab.textContent?.includes(name));

/** Chooses a status, as the list's select does. */
export function choose(element: CbBookings, status: string): void {
  const filter = root(element).querySelector<HTMLSelectElement>('[part="filter"]');
  if (!filter) throw new Error('there is a filter');
  filter.value = status;
  filter.dispatchEvent(new Event('change'));
}
