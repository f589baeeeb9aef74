import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { CbAccount } from '../../../src/elements/account/account.ts';
import { register } from '../../../src/elements/base/register.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';

register('cb-account', CbAccount);

const API = 'https://api.example.com';

/** The panel of somebody who is signed in, on a server of its own. */
async function open({ guest = false, link = false, signedIn = true } = {}) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const requests: string[] = [];
  let answer: ((request: Request) => Response | undefined) | undefined;
  const fetch = async (request: Request) => {
    requests.push(`${request.method} ${request.url.replace(API, '')}`);
    return answer?.(request) ?? mock.fetch(request);
  };
  const client = createBookingClient({ api: API, fetch, retries: 0 });
  const { session } = client;
  if (guest || link) await session.guest({ email: 'gil@example.com', name: 'Gil' });
  else if (signedIn) await session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
  if (link) {
    const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
    const booking = await client.createBooking({ body: wish });
    await session.openLink(booking.link ?? '');
  }
  const element = await fixture<CbAccount>(
    html`<cb-account api=${API} .session=${session} .fetch=${fetch} locale="en-GB"></cb-account>`,
  );
  const root = element.renderRoot;
  const get = <E extends HTMLElement>(selector: string): E => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  return {
    element,
    mock,
    session,
    requests,
    root,
    get,
    refuse: (given: typeof answer) => {
      answer = given;
    },
    unfold: () => {
      get<HTMLDetailsElement>('details').open = true;
    },
    press: async (selector: string) => {
      get(selector).click();
      await element.updateComplete;
    },
    type: async (field: string, value: string) => {
      const input = get<HTMLInputElement>(`#field-${field}`);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await element.updateComplete;
    },
    shows: (selector: string, text: string) =>
      waitUntil(() => root.querySelector(selector)?.textContent?.includes(text), `${selector} shows ${text}`),
    said: () => root.querySelector('.said')?.textContent ?? '',
  };
}

describe('<cb-account>', () => {
  it('is folded away, says who is signed in, and is accessible with each of its forms', async () => {
    const { element, get, unfold, press, root } = await open();
    expect(get<HTMLDetailsElement>('details').open).to.equal(false);
    unfold();
    expect(get('.as').textContent).to.contain(seed.client.email);
    for (const task of ['everywhere', 'password', 'email', 'remove']) {
      await press(`[data-act=${task}]`);
      await waitUntil(() => root.querySelector('form')?.contains(element.shadowRoot?.activeElement ?? null));
      await expect(element).to.be.accessible();
    }
  });

  it('signs out, here and on the server', async () => {
    const { session, press, root, requests } = await open();
    await press('[data-act=out]');
    expect(session.state.status).to.equal('signed-out');
    await waitUntil(() => requests.includes('POST /auth/logout'));
    expect(root.querySelector('details')).to.equal(null);
  });

  it('signs out on all devices once the server has done so, and stays signed in when it could not', async () => {
    const { session, press, shows, requests, mock, refuse } = await open();
    const body = JSON.stringify({ email: seed.client.email, password: SEED_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const elsewhere = await mock.fetch(new Request(`${API}/auth/login`, { method: 'POST', headers, body }));
    const { access_token } = await elsewhere.json();
    refuse((request) => (request.url.includes('logout') ? new Response('{}', { status: 500 }) : undefined));
    await press('[data-act=everywhere]');
    await press('[part=submit]');
    await shows('[part=problem]', 'The service has a problem');
    expect(session.state.status).to.equal('signed-in');
    refuse(undefined);
    await press('[part=submit]');
    await waitUntil(() => session.state.status === 'signed-out');
    expect(requests).to.include('POST /auth/logout?all_devices=true');
    const authorization = `Bearer ${access_token}`;
    const me = await mock.fetch(new Request(`${API}/auth/me`, { headers: { authorization } }));
    expect(me.status).to.equal(401);
  });

  it('changes the password; a wrong one is said at its field and signs nobody out', async () => {
    const { session, press, type, get, shows, said } = await open();
    await press('[data-act=password]');
    await press('[part=submit]');
    expect(get('#field-current-error').textContent).to.contain('Enter your password');
    expect(get('#field-next-error').textContent).to.contain('at least 8 characters');
    await type('current', 'not this');
    await type('next', 'ledge-orbit');
    await press('[part=submit]');
    await shows('#field-current-error', 'This is not your password');
    expect(session.state.status).to.equal('signed-in');
    await type('current', SEED_PASSWORD);
    await type('next', '12345678');
    await press('[part=submit]');
    await shows('#field-next-error', 'Must not be one of the most common passwords');
    await type('next', 'ledge-orbit');
    await press('[part=submit]');
    await waitUntil(() => said().includes('The password is changed'));
    await session.logOut();
    await session.logIn({ email: seed.client.email, password: 'ledge-orbit' });
    expect(session.state.status).to.equal('signed-in');
  });

  it('changes the address, and says when it is taken', async () => {
    const { press, type, shows, said } = await open();
    await press('[data-act=email]');
    await type('next', 'noor@example.com');
    await type('current', SEED_PASSWORD);
    await press('[part=submit]');
    await shows('#field-next-error', 'has an account already');
    await type('next', 'sam@example.com');
    await press('[part=submit]');
    await waitUntil(() => said().includes('sam@example.com'));
  });

  it('gives the data as a file', async () => {
    const { press, said, requests } = await open();
    const names: string[] = [];
    const catchFile = (event: MouseEvent) => {
      const link = event.composedPath()[0];
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      names.push(link.download);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', catchFile);
      click.call(this);
    };
    await press('[data-act=download]');
    await waitUntil(() => said().includes('downloads'));
    HTMLAnchorElement.prototype.click = click;
    expect(names).to.deep.equal(['my-sessions.json']);
    expect(requests).to.include('GET /auth/me/export');
  });

  it('deletes the account after its password, and says so', async () => {
    const { session, press, type, get, said, mock } = await open();
    await press('[data-act=remove]');
    expect(get('form').textContent).to.contain('This cannot be undone');
    await press('[part=submit]');
    expect(get('#field-current-error').textContent).to.contain('Enter your password');
    await type('current', SEED_PASSWORD);
    await press('[part=submit]');
    await waitUntil(() => session.state.status === 'signed-out');
    await waitUntil(() => said().includes('deleted'));
    expect((await mock.store.accounts.find(seed.client.id))?.email).to.equal('');
  });

  it('asks guests for no password, and offers them what they have', async () => {
    const { session, press, root, mock } = await open({ guest: true });
    const { user } = session.state as { user?: { id: string } };
    expect([...root.querySelectorAll<HTMLElement>('[part=act]')].map(({ dataset }) => dataset.act)).to.deep.equal([
      'out',
      'download',
      'remove',
    ]);
    await press('[data-act=remove]');
    expect(root.querySelector('form input')).to.equal(null);
    await press('[part=submit]');
    await waitUntil(() => session.state.status === 'signed-out');
    expect((await mock.store.accounts.find(user?.id ?? ''))?.deletedAt).to.be.a('number');
  });

  it('shows nothing to nobody, and nothing to a visitor with a signed link', async () => {
    for (const options of [{ signedIn: false }, { link: true }]) {
      const { root } = await open(options);
      expect(root.querySelector('details')).to.equal(null);
    }
  });

  it('goes back to its button on Escape', async () => {
    const { element, press, root, get } = await open();
    get<HTMLDetailsElement>('details').open = true;
    await press('[data-act=email]');
    get('form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await waitUntil(() => root.querySelector('form') === null);
    await waitUntil(() => element.shadowRoot?.activeElement === get('[data-act=email]'));
  });
});
