import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { CbAccounts } from '../../../src/elements/accounts/accounts.ts';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServer, seed } from '../../../src/mock/index.ts';
import { schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-accounts', CbAccounts);

const api = 'https://api.example.com';
const root = (element: CbAccounts) => element.shadowRoot as ShadowRoot;
const names = (element: CbAccounts) =>
  [...root(element).querySelectorAll('h4')].map((name) => name.textContent?.trim());
const row = (element: CbAccounts, id: string) => root(element).querySelector(`[data-account="${id}"]`) as HTMLElement;
const act = (element: CbAccounts, id: string, name: string) =>
  row(element, id)?.querySelector<HTMLElement>(`[data-act="${name}"]`);
const said = (element: CbAccounts) => root(element).querySelector('[role="status"]')?.textContent ?? '';

async function open(email = 'admin@example.com', width = 900) {
  const mock: MockServer = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const scene: { interfere: ((request: Request) => Response | undefined) | undefined } = { interfere: undefined };
  const fetch = async (request: Request) => scene.interfere?.(request) ?? mock.fetch(request);
  await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  const element = await fixture<CbAccounts>(
    html`<cb-accounts style="width: ${width}px" api=${api} locale="en-GB" .fetch=${fetch}></cb-accounts>`,
  );
  if (email === 'admin@example.com') await waitUntil(() => names(element).length > 5, 'people', { timeout: 5000 });
  return Object.assign(scene, { element, mock });
}

describe('<cb-accounts>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('lists people by name, finds them by words and by role', async () => {
    const { element } = await open();
    expect(names(element)).to.deep.equal([...names(element)].sort((a, b) => (a ?? '').localeCompare(b ?? '')));
    const search = root(element).querySelector('[part="search"]') as HTMLInputElement;
    search.value = 'keller';
    search.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => names(element).join() === 'Ana Keller', 'found', { timeout: 3000 });
    expect(said(element)).to.equal('1 person');
    search.value = '';
    search.dispatchEvent(new InputEvent('input'));
    const role = root(element).querySelector('[part="role"]') as HTMLSelectElement;
    role.value = 'client';
    role.dispatchEvent(new Event('change'));
    await waitUntil(() => names(element).join() === 'Noor Aziz,Sam Okafor', 'clients', { timeout: 3000 });
  });

  it('asks by the newest function of a page that gives a new one at each rendering', async () => {
    const { element, mock } = await open();
    const asked: string[] = [];
    element.fetch = (request) => {
      asked.push(new URL(request.url).pathname);
      return mock.fetch(request);
    };
    await element.updateComplete;
    expect(asked, 'a new function is not a new source').to.deep.equal([]);
    const search = root(element).querySelector('[part="search"]') as HTMLInputElement;
    search.value = 'keller';
    search.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => names(element).join() === 'Ana Keller', 'found', { timeout: 3000 });
    expect(asked).to.deep.equal(['/accounts']);
  });

  it('switches an account off after a question, and on again', async () => {
    const { element, mock } = await open();
    act(element, seed.client.id, 'off')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-act="keep"]'), 'the question has the focus');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => root(element).activeElement?.matches('[data-act="off"]'), 'the focus returns to the button');
    expect((await mock.store.accounts.find(seed.client.id))?.isActive).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => act(element, seed.client.id, 'off-now'));
    act(element, seed.client.id, 'off-now')?.click();
    await waitUntil(() => row(element, seed.client.id).textContent?.includes('Switched off'));
    expect(said(element)).to.equal('Sam Okafor: switched off');
    expect(root(element).activeElement?.textContent).to.equal('Sam Okafor');
    expect((await mock.store.accounts.find(seed.client.id))?.isActive).to.equal(false);
    act(element, seed.client.id, 'on')?.click();
    await waitUntil(() => act(element, seed.client.id, 'off'));
    expect((await mock.store.accounts.find(seed.client.id))?.isActive).to.equal(true);
  });

  it('takes a coach off the list and puts one on it, stops bookings and takes them again', async () => {
    const { element, mock } = await open();
    const coach = () => mock.store.coaches.find(seed.coach.id);
    act(element, seed.coach.id, 'hide')?.click();
    await waitUntil(() => row(element, seed.coach.id).textContent?.includes('Not listed'));
    expect((await coach())?.isHidden).to.equal(true);
    act(element, seed.coach.id, 'list')?.click();
    await waitUntil(() => act(element, seed.coach.id, 'hide'));
    expect((await coach())?.isHidden).to.equal(false);
    act(element, seed.coach.id, 'stop')?.click();
    await waitUntil(() => row(element, seed.coach.id).textContent?.includes('Takes no bookings'));
    expect((await coach())?.isActive).to.equal(false);
    act(element, seed.coach.id, 'take')?.click();
    await waitUntil(() => act(element, seed.coach.id, 'stop'));
    expect((await coach())?.isActive).to.equal(true);
  });

  it('does not let admins switch themselves off, and says what a refusal is', async () => {
    const scene = await open();
    const { element } = scene;
    expect(act(element, seed.admin.id, 'off')).to.equal(null);
    scene.interfere = ({ method }) => (method === 'PATCH' ? new Response(null, { status: 500 }) : undefined);
    act(element, seed.coach.id, 'hide')?.click();
    await waitUntil(() => row(element, seed.coach.id).querySelector('[part="problem"]'), 'why', { timeout: 5000 });
    expect(row(element, seed.coach.id).querySelector('[part="problem"]')?.textContent).to.contain('has a problem');
  });

  it('shows nobody to a coach', async () => {
    const { element } = await open('coach@example.com');
    await waitUntil(() => root(element).textContent?.includes('Only an administrator'));
    expect(names(element)).to.deep.equal([]);
  });

  for (const width of [320, 360, 768, 1280]) {
    for (const scheme of schemes) {
      it(`is accessible at ${width} px in ${scheme}, and nothing sticks out`, async () => {
        await setViewport({ width: Math.max(width, 400), height: 800 });
        await useScheme(scheme);
        const { element } = await open('admin@example.com', width);
        await expect(element).to.be.accessible();
        expect(element.scrollWidth).to.be.at.most(width);
        await useScheme('light');
        await setViewport({ width: 800, height: 600 });
      });
    }
  }
});
