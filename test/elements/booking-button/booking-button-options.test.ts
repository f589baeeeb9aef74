import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import type { CbBooking } from '../../../src/elements/booking/booking.ts';
import { CbBookingButton } from '../../../src/elements/booking-button/booking-button.ts';
import { lockScroll } from '../../../src/elements/booking-button/scroll-lock.ts';
import { createMockServer } from '../../../src/mock/index.ts';

register('cb-booking-button', CbBookingButton);

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly members?: readonly { readonly kind: string; readonly name: string; readonly privacy?: string }[];
      readonly attributes?: readonly { readonly fieldName?: string }[];
    }[];
  }[];
}

async function documented(tag: string): Promise<readonly string[]> {
  const manifest = (await (await fetch(new URL('../../../custom-elements.json', import.meta.url))).json()) as Manifest;
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  const fields = (element?.members ?? []).filter(
    ({ kind, privacy }) => kind === 'field' && privacy !== 'private' && privacy !== 'protected',
  );
  return fields.map(({ name }) => name);
}

describe('<cb-booking-button>', () => {
  it('hands on all that it documents and <cb-booking> knows', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const own = new Set(await documented('cb-booking'));
    const handed = (await documented('cb-booking-button')).filter((name) => own.has(name) && name !== 'status');
    expect(handed).to.include.members(['carry', 'now', 'syncUrl', 'theme', 'ownDay', 'metadata', 'getToken', 'locale']);
    const button = await fixture<CbBookingButton>(html`<cb-booking-button></cb-booking-button>`);
    const values: Record<string, unknown> = {
      ...{
        api: 'https://api.example.com',
        coach: mock.seed.coaches.ana,
        duration: 45,
        sessionType: '9f2c1d34-0000-4000-8000-000000000001',
        timeZone: 'Europe/Lisbon',
        locale: 'en-GB',
      },
      ...{
        theme: 'dark',
        name: 'Eva',
        email: 'eva@example.com',
        notes: 'Hello',
        carry: 'ref',
        syncUrl: 'x',
        remember: 'device',
        ownDay: true,
        headingLevel: 3,
      },
      ...{
        metadata: { source: 'here' },
        now: () => mock.clock.now(),
        fetch: (request: Request) => mock.fetch(request),
      },
    };
    Object.assign(button, values);
    await button.updateComplete;
    await button.show();
    const booking = () => button.shadowRoot?.querySelector<CbBooking>('cb-booking');
    await waitUntil(() => booking()?.updateComplete, 'the widget is there', { timeout: 5000 });
    const missing = handed.filter(
      (name) => name in values && Reflect.get(booking() as CbBooking, name) !== values[name],
    );
    expect(missing).to.deep.equal([]);
    const listeners = ['eventListener', 'onEvent'];
    expect(handed.filter((name) => !(name in values) && !listeners.includes(name)).sort()).to.deep.equal([
      'getToken',
      'session',
      'signIn',
      'storage',
    ]);
    button.close();
  });

  it('reports each event once', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const button = await fixture<CbBookingButton>(html`<cb-booking-button
      api="https://api.example.com" coach=${mock.seed.coaches.ana} .fetch=${(request: Request) => mock.fetch(request)}
    ></cb-booking-button>`);
    const names: string[] = [];
    button.eventListener = ({ name }) => names.push(name);
    await button.updateComplete;
    await waitUntil(() => {
      button.dispatchEvent(new Event('cb-close'));
      return names.length > 0;
    });
    names.length = 0;
    await button.show();
    const booking = button.shadowRoot?.querySelector('cb-booking');
    booking?.dispatchEvent(new Event('cb-booked', { bubbles: true, composed: true }));
    expect(names).to.deep.equal(['open', 'booked']);
    button.close();
  });

  it('keeps the place of the page’s scroll bar while the dialog is open', () => {
    const { style } = document.documentElement;
    const { innerWidth } = globalThis;
    Object.defineProperty(globalThis, 'innerWidth', {
      value: document.documentElement.clientWidth + 15,
      configurable: true,
    });
    const unlock = lockScroll();
    expect(style.scrollbarGutter).to.equal('stable');
    unlock();
    expect(style.scrollbarGutter).to.equal('');
    Object.defineProperty(globalThis, 'innerWidth', { value: innerWidth, configurable: true });
  });
});
