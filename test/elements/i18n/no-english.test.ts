import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ErrorCode } from '../../../src/contract/problem.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { loadElements } from '../../../src/elements/chunks/load-elements.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { pageElements } from '../../../src/elements/definitions/page-elements.ts';
import { addLanguage } from '../../../src/elements/i18n/locales.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { chooseTime, fillPerson, find, findAll, pressBook, seen } from '../booking/booking-scene.ts';
import { pseudoLanguage } from './pseudo-language.ts';
import { bursting, fromNoTable, wordsOf } from './words-on-show.ts';

register('cb-booking', CbBooking);

/** A language that has its own letters, so that dates of `Intl` are told from English. */
const TAG = 'el';
const api = 'https://api.example.com';

/** One element after another in the language of the test, and what was seen in it that is from no table. */
class Walk {
  readonly mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  /** What the server said and what people typed. */
  readonly data = new Set(['Eva Marsh', 'eva@example.com', 'Write to Ana', 'name@example.com']);
  readonly found: string[] = [];
  refuse: { readonly path: RegExp; readonly code: ErrorCode; readonly status: number } | undefined;
  element = document.createElement('div') as HTMLElement;

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (this.refuse?.path.test(`${request.method} ${pathname}`)) {
      const { code, status } = this.refuse;
      return Response.json({ title: 'Refused', status, detail: 'Plain English of a server', code }, { status });
    }
    const response = await this.mock.fetch(request);
    if (response.ok && response.headers.get('content-type')?.includes('json')) this.note(await response.clone().json());
    return response;
  };

  private note(value: unknown): void {
    if (typeof value === 'string' && value.length > 1) this.data.add(value);
    if (value && typeof value === 'object') for (const inner of Object.values(value)) this.note(inner);
  }

  async signIn(email: string): Promise<void> {
    await sharedClient({ api, fetch: this.fetch }).signIn.logIn({ email, password: 'password123' });
  }

  async open<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, set: Readonly<Record<string, unknown>> = {}) {
    const box = await fixture<HTMLElement>(html`<div style="width: 304px"></div>`);
    const element = document.createElement(tag);
    Object.assign(element, {
      api,
      locale: TAG,
      timeZone: 'Europe/Athens',
      fetch: this.fetch,
      now: () => this.mock.clock.now(),
      ...set,
    });
    this.element = element;
    box.append(element);
    return element;
  }

  /** Looks at the state that is on show. */
  look(state: string): void {
    const name = `${this.element.localName}, ${state}`;
    for (const text of fromNoTable(wordsOf(this.element), this.data)) this.found.push(`${name}: ${text}`);
    for (const text of bursting(this.element)) this.found.push(`${name}, at 320 px, ${text}`);
  }

  /** Presses what is found first at any depth, and waits for what it brings. */
  async press(selector: string, then: string): Promise<void> {
    (await seen(this.element, selector)).click();
    await seen(this.element, then);
  }
}

it('the search for such words and boxes finds them', async () => {
  const box = await fixture<HTMLElement>(html`<div style="width: 60px">
    <p style="overflow: hidden; white-space: nowrap" title="⟦Ťýṕé⟧ Ana">Choose another day</p>
    <p style="white-space: nowrap">⟦Çhóóšéé á⟧ and more</p>
  </div>`);
  expect(fromNoTable(wordsOf(box), new Set(['Ana']))).to.deep.equal(['Choose another day', '⟦Çhóóšéé á⟧ and more']);
  expect(bursting(box)).to.deep.equal([
    'outside: Choose another day',
    'cut: Choose another day',
    'outside: ⟦Çhóóšéé á⟧ and more',
  ]);
});

describe('no word on the page is from elsewhere than the tables, and no box bursts, with texts that are 40 % longer', () => {
  const own = { width: window.innerWidth, height: window.innerHeight };
  before(async () => {
    addLanguage(TAG, pseudoLanguage);
    await loadElements(pageElements);
    await setViewport({ width: 320, height: 900 });
  });
  after(() => setViewport(own));

  it('while a visitor books', async () => {
    const walk = new Walk();
    const element = await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana, ownDay: true });
    await seen(element, 'button[part~="time"]');
    walk.look('times');
    await chooseTime(element);
    walk.look('details');
    await pressBook(element);
    await seen(element, '[part~="error-summary"]');
    walk.look('errors');
    await fillPerson(element);
    for (const [code, status] of [
      ['too_many_open_requests', 400],
      ['coach_inactive', 400],
      ['internal', 500],
      ['rate_limited', 429],
    ] as const) {
      walk.refuse = { path: /^POST \/booking$/, code, status };
      await pressBook(element);
      await waitUntil(
        () => find(element.shadowRoot as ShadowRoot, '[part~="problem"]')?.textContent?.includes('⟦'),
        code,
        { timeout: 8000 },
      );
      walk.look(code);
    }
    walk.refuse = undefined;
    await waitUntil(
      () => find(element.shadowRoot as ShadowRoot, '[part~="submit"][aria-disabled="false"]'),
      'free to send again',
      { timeout: 8000 },
    );
    await pressBook(element);
    await seen(element, 'cb-booking-confirmation');
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 8000 });
    walk.look('booked');
    expect(walk.found).to.deep.equal([]);
  });

  it('in a list of bookings', async () => {
    const walk = new Walk();
    await walk.signIn('client@example.com');
    await walk.open('cb-bookings');
    await seen(walk.element, 'article');
    walk.look('client');
    await walk.press('[data-act="cancel"]', '[part="cancel-now"]');
    walk.look('client, cancelling');
    expect(walk.found).to.deep.equal([]);
  });

  it('at a coach’s desk', async () => {
    const walk = new Walk();
    await walk.signIn('coach@example.com');
    await walk.open('cb-bookings');
    await seen(walk.element, 'article');
    walk.look('coach');
    walk.refuse = { path: /^(PUT|PATCH|POST) \/booking/, code: 'invalid_transition', status: 400 };
    await walk.press('[data-act="confirm"]', '[part="problem"]');
    walk.look('coach, refused');
    walk.refuse = undefined;
    await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana });
    await seen(walk.element, '[role="tab"]');
    for (const tab of findAll(walk.element.shadowRoot as ShadowRoot, '[role="tab"]')) {
      tab.click();
      await (walk.element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      await waitUntil(() => tab.getAttribute('aria-selected') === 'true', 'the part is on show');
      walk.look(`part ${tab.id}`);
    }
    await walk.open('cb-coach-profile', {});
    await seen(walk.element, '#field-name');
    walk.look('profile');
    await walk.open('cb-session-types', {});
    await walk.press('[data-act="add"]', 'form');
    walk.look('new session type');
    findAll<HTMLFormElement>(walk.element.shadowRoot as ShadowRoot, 'form')
      .at(0)
      ?.requestSubmit();
    await seen(walk.element, '[part~="error-summary"]');
    walk.look('new session type, errors');
    await walk.open('cb-first-steps', {});
    await seen(walk.element, 'li');
    walk.look('first steps');
    await walk.open('cb-calendar-connect', {});
    await seen(walk.element, 'li');
    walk.look('calendars');
    await walk.open('cb-account', { signIn: sharedClient({ api, fetch: walk.fetch }).signIn });
    const account = await seen<HTMLDetailsElement>(walk.element, 'details');
    account.open = true;
    walk.look('account');
    expect(walk.found).to.deep.equal([]);
  });

  it('where somebody looks for a coach, or at who has an account', async () => {
    const walk = new Walk();
    await walk.open('cb-coach-list', {});
    await seen(walk.element, 'article');
    walk.look('coaches');
    await walk.signIn('admin@example.com');
    await walk.open('cb-accounts', {});
    await seen(walk.element, '[data-account]');
    walk.look('accounts');
    expect(walk.found).to.deep.equal([]);
  });
});
