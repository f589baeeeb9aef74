import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbCalendarConnect } from '../../../src/elements/calendar-connect/calendar-connect.ts';
import type { CalendarChangeEvent } from '../../../src/elements/calendar-connect/change-event.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars, type MockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { find, findAll, focused } from '../booking/booking-scene.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-calendar-connect', CbCalendarConnect);

const api = 'https://api.example.com';
const page = location.origin + location.pathname;

interface Scene {
  readonly element: CbCalendarConnect;
  readonly calendars: MockCalendars;
  readonly requests: string[];
  readonly changes: CalendarChangeEvent[];
  /** Answers instead of the server while it returns something. */
  intercept: (request: Request) => Response | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
}

interface SceneOptions {
  /** Who is signed in; '' for nobody. */
  readonly email?: string;
  readonly intercept?: Scene['intercept'];
  readonly configured?: boolean;
  readonly set?: Partial<CbCalendarConnect>;
}

async function open(options: SceneOptions = {}): Promise<Scene> {
  const { email = 'coach@example.com', configured = true, set = {} } = options;
  const calendars = createMockCalendars({ origin: api, redirectUris: [page] });
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    ...(configured && { calendars: calendars.calendars }),
  });
  const scene: Partial<Scene> & { intercept: Scene['intercept'] } = {
    intercept: options.intercept ?? (() => undefined),
  };
  const requests: string[] = [];
  const fetch = async (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return scene.intercept(request) ?? mock.fetch(request);
  };
  if (email) await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  const changes: CalendarChangeEvent[] = [];
  const element = await fixture<CbCalendarConnect>(
    html`<cb-calendar-connect
      .api=${api} .fetch=${fetch} locale="en-GB" time-zone="Europe/Berlin"
      @cb-calendar-change=${(event: CalendarChangeEvent) => changes.push(event)}
    ></cb-calendar-connect>`,
  );
  Object.assign(element, set);
  return Object.assign(scene, { element, calendars, requests, changes, fetch }) as Scene;
}

/** The page opened anew, by the same person. */
async function openAgain({ fetch, changes }: Scene): Promise<CbCalendarConnect> {
  return fixture<CbCalendarConnect>(
    html`<cb-calendar-connect
      .api=${api} .fetch=${fetch} locale="en-GB" time-zone="Europe/Berlin"
      @cb-calendar-change=${(event: CalendarChangeEvent) => changes.push(event)}
    ></cb-calendar-connect>`,
  );
}

const root = (element: Element) => element.shadowRoot as ShadowRoot;
const row = (element: Element, provider: string) =>
  [...root(element).querySelectorAll('li')].find((item) => item.matches(`[part~="${provider}"]`)) as HTMLElement;
const act = (within: ParentNode, name: string) => within.querySelector<HTMLElement>(`[data-act="${name}"]`);
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function listed(element: Element): Promise<void> {
  await waitUntil(() => row(element, 'google'), 'the providers are listed', { timeout: 5000 });
}

/** What the person does at the provider: allows or denies, and is sent back to this address. */
async function consent({ calendars }: Scene, authUrl: string, decision: 'allow' | 'deny'): Promise<string> {
  const text = (await (await calendars.answer(new Request(authUrl)))?.text()) ?? '';
  const request = /name="request" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const body = new URLSearchParams({ request, account: 'ana@gmail.example', decision });
  const action = new URL(authUrl);
  action.search = '';
  const reply = await calendars.answer(new Request(action, { method: 'POST', body }));
  return reply?.headers.get('location') ?? '';
}

/** The provider's window, as far as the page sees it; it goes nowhere. */
function stubWindow() {
  const original = window.open;
  const went: string[] = [];
  const popup = {
    closed: false,
    focused: 0,
    document: { title: '', body: { textContent: '' } },
    location: { replace: (url: string) => void went.push(url) },
    focus() {
      this.focused += 1;
    },
    close() {
      this.closed = true;
    },
  };
  let opened = 0;
  window.open = () => {
    opened += 1;
    popup.closed = false;
    return popup as unknown as Window;
  };
  return {
    popup,
    went,
    get opened() {
      return opened;
    },
    restore: () => {
      window.open = original;
    },
  };
}

/** Posts what the provider's window would, through a real frame of this origin. */
async function answerFrom(address: string): Promise<void> {
  const query = new URL(address).searchParams;
  const told = ['state', 'code', 'error'].map((name) => [name, query.get(name)]).filter(([, value]) => value);
  window.postMessage({ type: 'cb-calendar-callback', callback: Object.fromEntries(told) }, location.origin);
}

describe('<cb-calendar-connect>', () => {
  let stub: ReturnType<typeof stubWindow>;
  beforeEach(() => {
    stub = stubWindow();
  });
  afterEach(async () => {
    stub.restore();
    sessionStorage.clear();
    await resetMedia();
  });

  async function connect(scene: Scene, decision: 'allow' | 'deny' = 'allow'): Promise<void> {
    const { element } = scene;
    await listed(element);
    const before = stub.went.length;
    act(row(element, 'google'), 'connect')?.click();
    await waitUntil(() => stub.went.length > before, 'the window goes to the provider');
    await answerFrom(await consent(scene, stub.went.at(-1) ?? '', decision));
  }

  it('lists Google and Outlook with how they stand, and the private address, and passes axe in every scheme', async () => {
    const { element } = await open();
    await listed(element);
    expect(words(row(element, 'google').querySelector('[part~="status"]'))).to.equal('Not connected');
    expect(act(row(element, 'outlook'), 'connect')?.getAttribute('aria-label')).to.equal('Connect Outlook');
    await waitUntil(() => find<HTMLInputElement>(root(element), '#address'), 'the address is there');
    expect(find<HTMLInputElement>(root(element), '#address')?.value).to.match(
      /^https:\/\/api\.example\.com\/calendar\/feed\/[\w-]{20,}\.ics$/,
    );
    for (const scheme of schemes) {
      await useScheme(scheme);
      await expect(element).to.be.accessible();
    }
  });

  it('opens the window in the click itself, before the server has said where to go', async () => {
    const { element } = await open();
    await listed(element);
    act(row(element, 'google'), 'connect')?.click();
    expect(stub.opened).to.equal(1);
    expect(stub.went).to.deep.equal([]);
    expect(stub.popup.document.body.textContent).to.equal('Opening Google Calendar…');
    await waitUntil(() => stub.went.length === 1, 'then it goes there');
    const asked = new URL(stub.went[0] ?? '');
    expect(asked.searchParams.get('redirect_uri')).to.equal(page);
    expect(asked.searchParams.get('code_challenge_method')).to.equal('S256');
  });

  it('connects: closes the window, says who is connected, and tells the page', async () => {
    const scene = await open();
    const { element, changes, requests } = scene;
    await connect(scene);
    await waitUntil(() => words(row(element, 'google')).includes('Connected as ana@gmail.example'), 'it is connected');
    expect(stub.popup.closed).to.equal(true);
    await waitUntil(() => changes.length === 1, 'the page is told');
    expect(changes[0]).to.include({ provider: 'google', connected: true });
    expect(words([...root(element).querySelectorAll('[role="status"]')].at(-1))).to.equal(
      'Google Calendar is connected.',
    );
    expect(requests.filter((request) => request.endsWith('/exchange-token'))).to.have.length(1);
    expect(sessionStorage.length).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('takes an answer only from its own origin and for a state it began, and only once', async () => {
    const scene = await open();
    const { element, requests } = scene;
    await listed(element);
    act(row(element, 'google'), 'connect')?.click();
    await waitUntil(() => stub.went.length > 0, 'the window goes to the provider');
    const address = await consent(scene, stub.went[0] ?? '', 'allow');
    const query = new URL(address).searchParams;
    const callback = { state: query.get('state'), code: query.get('code') };
    const exchanges = () => requests.filter((request) => request.endsWith('/exchange-token')).length;
    const heard = (origin: string, data: unknown) =>
      window.dispatchEvent(new MessageEvent('message', { origin, data, source: window }));
    heard('https://evil.example', { type: 'cb-calendar-callback', callback });
    heard(location.origin, { type: 'cb-calendar-callback', callback: { ...callback, state: 'another' } });
    heard(location.origin, { type: 'cb-calendar-callback', callback: { code: callback.code } });
    heard(location.origin, 'cb-calendar-callback');
    expect(exchanges()).to.equal(0);
    heard(location.origin, { type: 'cb-calendar-callback', callback });
    heard(location.origin, { type: 'cb-calendar-callback', callback });
    await waitUntil(() => words(row(element, 'google')).includes('Connected as'), 'it is connected');
    expect(exchanges()).to.equal(1);
  });

  it('takes the answer over the channel when the provider has cut the tie between the windows', async () => {
    const scene = await open();
    const { element } = scene;
    await listed(element);
    act(row(element, 'google'), 'connect')?.click();
    await waitUntil(() => stub.went.length > 0, 'the window goes to the provider');
    // So it looks from here when the tie is cut.
    stub.popup.closed = true;
    await waitUntil(() => words(row(element, 'google')).includes('its window was closed'), 'it says so', {
      timeout: 4000,
    });
    await expect(element).to.be.accessible();
    const query = new URL(await consent(scene, stub.went[0] ?? '', 'allow')).searchParams;
    const channel = new BroadcastChannel('cb-calendar-callback');
    const reply = new Promise<MessageEvent>((resolve) => {
      channel.onmessage = resolve;
    });
    channel.postMessage({
      type: 'cb-calendar-callback',
      callback: { state: query.get('state'), code: query.get('code') },
    });
    expect((await reply).data).to.deep.equal({ type: 'cb-calendar-callback-taken', state: query.get('state') });
    await waitUntil(() => words(row(element, 'google')).includes('Connected as'), 'it is connected all the same');
    channel.close();
  });

  it('explains a refused consent and begins anew', async () => {
    const scene = await open();
    const { element } = scene;
    await connect(scene, 'deny');
    await waitUntil(() => words(row(element, 'google')).includes('access was not allowed'), 'it says why');
    expect(stub.popup.closed).to.equal(true);
    await expect(element).to.be.accessible();
    await connect(scene);
    await waitUntil(() => words(row(element, 'google')).includes('Connected as'), 'the second time it is connected');
  });

  it('waits in words, shows the window again, and can stop waiting', async () => {
    const { element } = await open();
    await listed(element);
    act(row(element, 'google'), 'connect')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => act(row(element, 'google'), 'show-window'), 'it waits');
    await expect(element).to.be.accessible();
    act(row(element, 'google'), 'show-window')?.click();
    expect(stub.popup.focused).to.equal(1);
    act(row(element, 'google'), 'stop')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => act(row(element, 'google'), 'connect'), 'one can connect again');
    expect(stub.popup.closed).to.equal(true);
    expect(focused()?.id).to.equal('google');
  });

  it('says when this page is not one the server sends people back to', async () => {
    const { element } = await open({ set: { redirectUri: '/elsewhere' } });
    await listed(element);
    act(row(element, 'google'), 'connect')?.click();
    await waitUntil(() => row(element, 'google').querySelector('[part="problem"]'), 'the refusal is shown');
    expect(words(row(element, 'google'))).to.contain(`has to allow ${location.origin}/elsewhere as a redirect address`);
    expect(stub.popup.closed).to.equal(true);
  });

  it('goes to no address that is not on the web', async () => {
    const scene = await open({
      intercept: (request) =>
        request.url.includes('/auth-url')
          ? Response.json({ auth_url: "javascript:document.body.textContent='taken over'", state: 's' })
          : undefined,
    });
    await listed(scene.element);
    act(row(scene.element, 'google'), 'connect')?.click();
    await waitUntil(() => row(scene.element, 'google').querySelector('[part="problem"]'), 'the refusal is shown');
    expect(stub.went).to.deep.equal([]);
  });

  it('disconnects by keyboard alone, after asking', async () => {
    const scene = await open();
    const { element, changes } = scene;
    await connect(scene);
    await waitUntil(() => act(row(element, 'google'), 'disconnect'), 'it is connected');
    act(row(element, 'google'), 'disconnect')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(
      () => root(element).activeElement?.matches('[data-act="keep"]'),
      'the careful answer has the focus',
    );
    expect(words(row(element, 'google'))).to.contain('Disconnect Google Calendar?');
    expect(words(row(element, 'google'))).to.contain('are offered again');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !act(row(element, 'google'), 'keep'), 'it is kept');
    expect(focused(), 'the focus is back on the button that asked').to.equal(act(row(element, 'google'), 'disconnect'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => act(row(element, 'google'), 'keep'), 'it asks');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !act(row(element, 'google'), 'keep'), 'Escape keeps it, too');
    expect(focused()).to.equal(act(row(element, 'google'), 'disconnect'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => act(row(element, 'google'), 'disconnect-now'), 'it asks');
    await sendKeys({ press: 'Shift+Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => words(row(element, 'google')).includes('Not connected'), 'it is disconnected');
    expect(changes.map(({ connected }) => connected)).to.deep.equal([true, false]);
    expect(focused()?.id).to.equal('google');
  });

  it('shows the last update, its failure, and that a calendar must be connected anew', async () => {
    const connections = [
      {
        provider: 'google',
        configured: true,
        status: 'reconnect_needed',
        account: 'ana@gmail.example',
        last_error: 'Access was withdrawn',
      },
      {
        provider: 'outlook',
        configured: true,
        status: 'connected',
        account: 'ana@contoso.example',
        last_sync: '2025-11-05T09:00:00Z',
      },
    ];
    const { element } = await open({
      intercept: ({ url }) => (url.endsWith('/calendar/connections') ? Response.json({ connections }) : undefined),
    });
    await listed(element);
    expect(words(row(element, 'google'))).to.contain('Reconnect needed');
    expect(words(row(element, 'google'))).to.contain('The last update failed: Access was withdrawn');
    expect(act(row(element, 'google'), 'connect')?.getAttribute('aria-label')).to.equal('Reconnect Google Calendar');
    expect(words(row(element, 'outlook'))).to.contain('Last updated 5 November, 10:00');
    for (const scheme of schemes) {
      await useScheme(scheme);
      await expect(element).to.be.accessible();
    }
  });

  it('is connected again after the provider has ended its access, by the same button', async () => {
    const scene = await open();
    const { element, changes } = scene;
    await connect(scene);
    await waitUntil(() => words(row(element, 'google')).includes('ana@gmail.example'), 'it is connected');
    // What the server answers once the provider has refused its refresh token.
    const ended = {
      provider: 'google',
      configured: true,
      status: 'reconnect_needed',
      account: 'ana@gmail.example',
      last_error: 'Access was withdrawn',
    };
    const real = scene.intercept;
    scene.intercept = ({ url, method }) =>
      method === 'GET' && url.endsWith('/calendar/connections')
        ? Response.json({ connections: [ended, { provider: 'outlook', configured: true, status: 'disconnected' }] })
        : undefined;
    const second = await openAgain(scene);
    await waitUntil(() => words(row(second, 'google')).includes('Reconnect needed'), 'it says so');
    expect(words(row(second, 'google'))).to.contain('Access was withdrawn');
    scene.intercept = real;
    act(row(second, 'google'), 'connect')?.focus();
    await connect({ ...scene, element: second });
    await waitUntil(() => !words(row(second, 'google')).includes('Reconnect needed'), 'it is connected again');
    expect(words(row(second, 'google'))).to.contain('ana@gmail.example');
    expect(words(row(second, 'google')), 'the old failure is gone').to.not.contain('Access was withdrawn');
    expect(act(row(second, 'google'), 'disconnect')).to.not.equal(null);
    expect(focused()?.id).to.equal('google');
    expect(changes.at(-1)?.connected).to.equal(true);
  });

  it('hides what the server is not set up for, and says so', async () => {
    const connections = [
      { provider: 'google', configured: false, status: 'disconnected' },
      { provider: 'outlook', configured: true, status: 'disconnected' },
    ];
    const { element } = await open({
      intercept: ({ url }) => (url.endsWith('/calendar/connections') ? Response.json({ connections }) : undefined),
    });
    await listed(element);
    expect(row(element, 'google').querySelector('button')).to.equal(null);
    expect(words(row(element, 'google'))).to.contain('the service has not set it up');
    expect(act(row(element, 'outlook'), 'connect')).to.not.equal(null);
    const none = await open({ configured: false });
    await waitUntil(() => words(root(none.element).querySelector('.alone')).includes('cannot be connected here'));
    expect(findAll(root(none.element), 'button')).to.have.length(0);
  });

  it('says so on a backend that connects no calendars, and shows no address', async () => {
    const { element } = await open({
      intercept: ({ url }) =>
        url.includes('/calendar/') ? Response.json({ detail: 'Not Found' }, { status: 404 }) : undefined,
    });
    await waitUntil(() => words(root(element).querySelector('.alone')) === 'This service does not connect calendars.');
    expect(find(root(element), '#address')).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('offers to try again when the service cannot be reached', async () => {
    let down = true;
    const { element } = await open({
      intercept: ({ url }) =>
        down && url.includes('/calendar/connections') ? Response.json({ detail: 'down' }, { status: 500 }) : undefined,
    });
    await waitUntil(() => root(element).querySelector('[role="alert"]'), 'the failure is shown', { timeout: 8000 });
    await expect(element).to.be.accessible();
    down = false;
    root(element).querySelector<HTMLElement>('[role="alert"] button')?.click();
    await listed(element);
  });

  it('copies the private address, and changes it after asking', async () => {
    const { element } = await open();
    const feed = () => root(element).querySelector('cb-calendar-feed')?.shadowRoot as ShadowRoot;
    await waitUntil(() => feed()?.querySelector('#address'), 'the address is there');
    const address = () => feed().querySelector<HTMLInputElement>('#address')?.value ?? '';
    const first = address();
    const copied: string[] = [];
    const write = navigator.clipboard.writeText;
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    act(feed(), 'copy')?.click();
    await waitUntil(() => words(act(feed(), 'copy')) === 'Copied', 'it says so');
    navigator.clipboard.writeText = write;
    expect(copied).to.deep.equal([first]);
    expect(feed().querySelector('[part="open-feed"]')?.getAttribute('href')).to.equal(first.replace('https', 'webcal'));
    act(feed(), 'reset')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => feed().activeElement?.matches('[data-act="keep"]'), 'it asks');
    await expect(element).to.be.accessible();
    expect(address()).to.equal(first);
    act(feed(), 'reset-now')?.click();
    await waitUntil(() => address() !== first, 'there is another address');
    expect(focused()?.id).to.equal('feed');
  });

  it('ends the old private address with the new one, and keeps the old one where that fails', async () => {
    const scene = await open();
    const { element } = scene;
    const feed = () => root(element).querySelector('cb-calendar-feed')?.shadowRoot as ShadowRoot;
    await waitUntil(() => feed()?.querySelector('#address'), 'the address is there');
    const address = () => feed().querySelector<HTMLInputElement>('#address')?.value ?? '';
    const first = address();
    const read = async (url: string) => (await scene.fetch(new Request(url))).status;
    expect(await read(first)).to.equal(200);
    const reset = async () => {
      act(feed(), 'reset')?.click();
      await waitUntil(() => act(feed(), 'reset-now'), 'it asks');
      act(feed(), 'reset-now')?.click();
    };
    scene.intercept = ({ method, url }) =>
      method !== 'GET' && url.includes('/calendar/feed')
        ? Response.json({ detail: 'Not now' }, { status: 400 })
        : undefined;
    await reset();
    await waitUntil(() => feed().querySelector('[role="alert"]'), 'the failure is said');
    expect([address(), await read(first)], 'nothing has changed').to.deep.equal([first, 200]);
    await expect(element).to.be.accessible();
    scene.intercept = () => undefined;
    await reset();
    await waitUntil(() => address() !== first, 'there is another address');
    expect(feed().querySelector('[role="alert"]'), 'the failure is gone').to.equal(null);
    expect([await read(first), await read(address())]).to.deep.equal([404, 200]);
  });

  it('asks for a sign-in first', async () => {
    const { element, requests } = await open({ email: '' });
    await waitUntil(() => find(root(element), 'form'), 'the form is there', { timeout: 5000 });
    expect(requests).to.deep.equal([]);
    const type = (id: string, text: string) => {
      const field = find<HTMLInputElement>(root(element), id) as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    };
    type('#field-email', 'client@example.com');
    type('#field-password', 'password123');
    find(root(element), '[part="submit"]')?.click();
    await listed(element);
    expect(words(root(element).querySelector('header'))).to.contain('your confirmed sessions appear in it');
  });

  it('says what it lacks', async () => {
    const missing = await fixture(html`<cb-calendar-connect></cb-calendar-connect>`);
    expect(words(root(missing).querySelector('[part="developer"]'))).to.equal('<cb-calendar-connect> needs api.');
    const { element } = await open({ set: { redirectUri: 'https://elsewhere.example/callback' } });
    await element.updateComplete;
    expect(words(root(element).querySelector('[part="developer"]'))).to.contain(
      'must be an address on the same origin',
    );
  });

  describe('when the browser blocks the window', () => {
    beforeEach(() => {
      window.open = () => null;
    });
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    /** An address the page can be sent to without leaving it. */
    const within =
      (state: string): Scene['intercept'] =>
      ({ url }) =>
        url.includes('/auth-url')
          ? Response.json({ auth_url: `${location.href.split('#')[0]}#provider`, state })
          : undefined;

    it('goes there with the page itself, keeping only what it takes to finish', async () => {
      const { element } = await open({ intercept: within('kept-state') });
      await listed(element);
      act(row(element, 'google'), 'connect')?.click();
      await waitUntil(() => location.hash === '#provider', 'the page goes there');
      expect(sessionStorage.length).to.equal(1);
      expect(JSON.parse(sessionStorage.getItem('cb-calendar-connect') ?? '')).to.deep.equal({
        provider: 'google',
        redirectUri: page,
        state: 'kept-state',
        api,
        page: location.href.replace('#provider', ''),
      });
    });

    /** Consents at the provider and puts the answer into the page's address; gives what opens the element there. */
    async function cameBack(): Promise<() => Promise<CbCalendarConnect>> {
      const scene = await open();
      await listed(scene.element);
      const client = sharedClient({ api, fetch: scene.element.fetch });
      const { calendarEndpoints } = await import('../../../src/contract/endpoints/calendar.ts');
      const started = await client
        .with(calendarEndpoints)
        .getCalendarAuthUrl({ params: { provider: 'google' }, query: { redirect_uri: page } });
      const begun = {
        provider: 'google',
        redirectUri: page,
        state: started.state,
        api,
        page: `${location.href}#calendars`,
      };
      sessionStorage.setItem('cb-calendar-connect', JSON.stringify(begun));
      const back = new URL(await consent(scene, started.auth_url, 'allow'));
      const own = new URL(location.href);
      for (const [name, value] of back.searchParams) own.searchParams.set(name, value);
      history.replaceState(null, '', own);
      return () =>
        fixture<CbCalendarConnect>(
          html`<cb-calendar-connect .api=${api} .fetch=${scene.element.fetch} locale="en-GB"></cb-calendar-connect>`,
        );
    }
    const isConnected = (element: CbCalendarConnect) =>
      waitUntil(() => words(row(element, 'google')).includes('Connected as ana@gmail.example'), 'it is connected');

    it('finishes when the page is back, forgets what it kept, and takes the answer off the address', async () => {
      const openAgain = await cameBack();
      await isConnected(await openAgain());
      expect(sessionStorage.length).to.equal(0);
      expect(location.href).to.not.match(/[?&](code|state)=/);
      expect(location.hash).to.equal('#calendars');
    });

    it('finishes where the browser refuses to change the address', async () => {
      const openAgain = await cameBack();
      const { replaceState } = history;
      history.replaceState = () => {
        throw new DOMException('Too many calls', 'SecurityError');
      };
      try {
        await isConnected(await openAgain());
      } finally {
        history.replaceState = replaceState;
      }
    });

    it('asks to sign in once more when the page forgot who it was, and then finishes', async () => {
      sessionStorage.setItem(
        'cb-calendar-connect',
        JSON.stringify({ provider: 'outlook', redirectUri: page, state: 'theirs', api, page: location.href }),
      );
      const own = new URL(location.href);
      own.searchParams.set('state', 'theirs');
      own.searchParams.set('error', 'access_denied');
      history.replaceState(null, '', own);
      const { element } = await open({ email: '' });
      await waitUntil(() => find(root(element), 'form'), 'the form is there', { timeout: 5000 });
      expect(words(find(root(element), '.note'))).to.equal('Sign in once more to finish connecting Outlook.');
      await sharedClient({ api, fetch: element.fetch }).session.logIn({
        email: 'coach@example.com',
        password: 'password123',
      });
      await waitUntil(() => words(row(element, 'outlook')).includes('access was not allowed'), 'it goes on', {
        timeout: 4000,
      });
      await expect(element).to.be.accessible();
    });

    it('does not touch an answer that is somebody else’s', async () => {
      const own = new URL(location.href);
      own.searchParams.set('state', 'the-page-s-own-sign-in');
      own.searchParams.set('code', 'abc');
      history.replaceState(null, '', own);
      const { element, requests } = await open();
      await listed(element);
      expect(location.href).to.equal(own.href);
      expect(requests.some((request) => request.includes('exchange'))).to.equal(false);
    });
  });
});
