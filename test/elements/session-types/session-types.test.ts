import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbSessionTypes } from '../../../src/elements/session-types/session-types.ts';
import { createMockServer, type MockServer, seed } from '../../../src/mock/index.ts';
import { find, focused, seen, type } from '../booking/booking-scene.ts';
import { schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-session-types', CbSessionTypes);

const api = 'https://api.example.com';

interface Scene {
  readonly element: CbSessionTypes;
  readonly mock: MockServer;
  interfere: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
}

async function open({ email = 'maya@example.com', coach = '', width = 1000, locale = 'en-GB' } = {}): Promise<Scene> {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } = { mock };
  const fetch = async (request: Request) => (await scene.interfere?.(request)) ?? mock.fetch(request);
  await sharedClient({ api, fetch }).signIn.logIn({ email, password: 'password123' });
  scene.element = await fixture<CbSessionTypes>(
    html`<cb-session-types style="width: ${width}px" api=${api} coach=${coach} page-href="https://maya.example/book" locale=${locale} .fetch=${fetch}></cb-session-types>`,
  );
  await seen(scene.element, '[data-act="add"]');
  return scene as Scene;
}

const root = (element: CbSessionTypes) => element.shadowRoot as ShadowRoot;
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const said = ({ element }: Scene) => words(root(element).querySelector('[role=status]'));
const rows = ({ element }: Scene) => [...root(element).querySelectorAll<HTMLElement>('ul .type')];
const offered = (scene: Scene) => rows(scene).filter((row) => !row.closest('details'));
const names = (scene: Scene) => offered(scene).map((row) => words(row.querySelector('h3')));
const rowOf = (scene: Scene, name: string) =>
  rows(scene).find((row) => words(row.querySelector('h3')) === name) as HTMLElement;
const press = (within: ParentNode, act: string) => within.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
const field = (scene: Scene, name: string) =>
  root(scene.element).querySelector<HTMLInputElement>(`#field-${name}`) as HTMLInputElement;

async function write(scene: Scene, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(values)) {
    type(field(scene, name), text);
    await scene.element.updateComplete;
  }
}

/** Chooses in a drop-down list. */
async function choose(scene: Scene, name: string, value: string): Promise<void> {
  const list = root(scene.element).querySelector<HTMLSelectElement>(`#field-${name}`) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change'));
  await scene.element.updateComplete;
}

async function save(scene: Scene): Promise<void> {
  root(scene.element).querySelector<HTMLElement>('[part=submit]')?.click();
  await waitUntil(() => said(scene).endsWith('is saved'), 'it is saved', { timeout: 5000 });
}

const kept = async ({ mock }: Scene, coach: string = seed.coaches.maya) => mock.store.sessionTypes.ofCoach(coach);

describe('<cb-session-types>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('has numbers at the start of their fields in a layout from right to left', async () => {
    const scene = await open({ locale: 'he' });
    press(root(scene.element), 'add');
    await seen(scene.element, 'form');
    type(field(scene, 'amount'), '90');
    await scene.element.updateComplete;
    for (const name of ['minutes', 'amount', 'full_hours']) {
      expect(getComputedStyle(field(scene, name)).textAlign, name).to.equal('right');
    }
  });

  it('lists what a coach offers in its order, as visitors read it', async () => {
    const scene = await open();
    expect(names(scene)).to.deep.equal([
      'Intro call',
      'A session of an hour',
      'A walk in the park',
      'For former clients',
    ]);
    expect(words(rowOf(scene, 'A walk in the park').querySelector('.words'))).to.contain('90 min · US$210');
    expect(words(rowOf(scene, 'For former clients'))).to.contain('Hidden: booked by its link only');
    for (const scheme of schemes) {
      await useScheme(scheme);
      await expect(scene.element).to.be.accessible();
    }
  });

  it('adds one: free or priced, with a place and questions of its own', async () => {
    const scene = await open();
    let told = 0;
    scene.element.addEventListener('cb-session-types-change', () => told++);
    press(root(scene.element), 'add');
    await seen(scene.element, '#field-name');
    expect(words(root(scene.element).querySelector('h2'))).to.equal('New session type');
    await write(scene, { name: 'Moving day', minutes: '45', amount: '89,50' });
    // The currency is that of the others.
    expect(field(scene, 'currency').value).to.equal('USD');
    expect(words(root(scene.element).querySelector('.card'))).to.contain('45 min · US$89.50');
    await write(scene, { tax_note: 'plus sales tax', full_hours: '48', part_percent: '50' });
    await write(scene, { part_hours: '1,5' });
    await choose(scene, 'place', 'place');
    await write(scene, { place_detail: 'Bryant Park' });
    root(scene.element).querySelector<HTMLInputElement>('input[name=asks][value=own]')?.click();
    await scene.element.updateComplete;
    press(root(scene.element), 'add-question');
    await waitUntil(() => focused()?.id === 'field-questions-0-label', 'the question can be typed at once');
    await sendKeys({ type: 'Where to?' });
    await choose(scene, 'questions-0-kind', 'choice');
    await write(scene, { 'questions-0-options': 'Berlin\nLisbon' });
    await expect(scene.element).to.be.accessible();
    await save(scene);
    expect(told).to.equal(1);
    expect(names(scene).at(-1)).to.equal('Moving day');
    expect((await kept(scene)).find(({ name }) => name === 'Moving day')).to.deep.include({
      minutes: 45,
      price: { amount: 8950, currency: 'USD' },
      tax_note: 'plus sales tax',
      location: { kind: 'place', detail: 'Bryant Park' },
      questions: [
        { id: 'question-1', label: 'Where to?', kind: 'choice', required: false, options: ['Berlin', 'Lisbon'] },
      ],
      refunds: { full_until_minutes: 2880, part: { until_minutes: 90, percent: 50 } },
    });
    await waitUntil(() => focused()?.matches('[data-act="edit"]'), 'the focus is at what was made');
  });

  it('changes one and keeps what it does not touch', async () => {
    const scene = await open();
    const before = (await kept(scene)).find(({ name }) => name === 'A walk in the park');
    press(rowOf(scene, 'A walk in the park'), 'edit');
    await seen(scene.element, '#field-name');
    expect(scene.element.dirty).to.equal(false);
    await write(scene, { name: 'A long walk' });
    expect(scene.element.dirty).to.equal(true);
    await save(scene);
    const after = (await kept(scene)).find(({ id }) => id === before?.id);
    expect(after).to.deep.include({
      name: 'A long walk',
      price: before?.price,
      location: before?.location,
      minimum_notice_minutes: before?.minimum_notice_minutes,
      refunds: before?.refunds,
      position: before?.position,
      colour: before?.colour,
    });
  });

  it('says what is wrong at each field and on top, and saves nothing until it is right', async () => {
    const scene = await open();
    press(root(scene.element), 'add');
    await seen(scene.element, '#field-name');
    await write(scene, { minutes: '3', amount: 'ninety', currency: 'USD' });
    root(scene.element).querySelector<HTMLElement>('[part=submit]')?.click();
    await waitUntil(() => focused()?.matches('[part=error-summary]'), 'the summary has the focus');
    expect(words(focused())).to.contain('3 things to correct');
    expect(words(focused())).to.contain('Length in minutes: write a whole number from 5 to 480');
    await expect(scene.element).to.be.accessible();
    expect(await kept(scene)).to.have.length(4);
    await write(scene, { name: 'An hour', minutes: '60', amount: '90' });
    await save(scene);
    expect(await kept(scene)).to.have.length(5);
  });

  it('shows what the server refused at its field, and a lost connection in the bar; what was written stays', async () => {
    const scene = await open();
    press(root(scene.element), 'add');
    await seen(scene.element, '#field-name');
    await write(scene, { name: 'An hour', amount: '90' });
    const submit = () => root(scene.element).querySelector<HTMLElement>('[part=submit]')?.click();
    scene.interfere = ({ method }) => {
      if (method === 'POST') throw new TypeError('Failed to fetch');
      return undefined;
    };
    submit();
    await waitUntil(
      () => words(root(scene.element).querySelector('.bar')).includes('could not be reached'),
      'it is said',
      {
        timeout: 5000,
      },
    );
    scene.interfere = ({ method }) =>
      method === 'POST'
        ? Response.json(
            {
              type: 'about:blank',
              title: 'Invalid',
              status: 422,
              detail: 'Invalid request',
              code: 'invalid_request',
              errors: [{ field: 'body.price.amount', message: 'is too much' }],
            },
            { status: 422 },
          )
        : undefined;
    submit();
    await waitUntil(() =>
      words(root(scene.element).querySelector('[part=error-summary]')).includes('Price: is too much'),
    );
    expect(field(scene, 'name').value).to.equal('An hour');
    scene.interfere = undefined;
    await write(scene, { amount: '80' });
    await save(scene);
  });

  it('changes the order, for visitors too', async () => {
    const scene = await open();
    press(rowOf(scene, 'A walk in the park'), 'up');
    await waitUntil(() => said(scene) === 'A walk in the park is moved', 'it is moved', { timeout: 5000 });
    expect(names(scene)).to.deep.equal([
      'Intro call',
      'A walk in the park',
      'A session of an hour',
      'For former clients',
    ]);
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Move up, A walk in the park', 'the focus stays');
    press(rowOf(scene, 'A walk in the park'), 'up');
    await waitUntil(() => names(scene)[0] === 'A walk in the park', 'it is first', { timeout: 5000 });
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Move down, A walk in the park');
    expect((await kept(scene)).map(({ name }) => name)[0]).to.equal('A walk in the park');
  });

  it('archives instead of deleting, and offers again', async () => {
    const scene = await open();
    press(rowOf(scene, 'Intro call'), 'archive');
    await waitUntil(() => said(scene).startsWith('Intro call is archived'), 'it is archived', { timeout: 5000 });
    expect(names(scene)).not.to.contain('Intro call');
    const folded = root(scene.element).querySelector('details');
    expect(words(folded?.querySelector('summary'))).to.equal('1 archived');
    folded?.querySelector('summary')?.click();
    await expect(scene.element).to.be.accessible();
    press(rowOf(scene, 'Intro call'), 'restore');
    await waitUntil(() => names(scene)[0] === 'Intro call', 'it is offered again', { timeout: 5000 });
  });

  it('gives a link that opens the page at one session type', async () => {
    const scene = await open();
    const { clipboard } = navigator;
    let copied = '';
    const write = async (text: string) => {
      copied = text;
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    try {
      press(rowOf(scene, 'For former clients'), 'copy-link');
      await waitUntil(() => said(scene) === 'Copied');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    const { origin, searchParams } = new URL(copied);
    expect(origin).to.equal('https://maya.example');
    expect(searchParams.get('cb-session-type')).to.equal(`${seed.coaches.maya}/${seed.sessionTypes.hidden}`);
  });

  it('makes session types of the lengths, goes on after an interruption, and then offers it no more', async () => {
    const scene = await open({ email: 'isla@example.com' });
    const panel = () => words(find(root(scene.element), '[part=lengths]'));
    const before = panel();
    expect(before).to.match(/^Until now you offer lengths: 30 min · A\$80, 60 min · A\$150\./);
    const count = Number(/Make (\d+) session types/.exec(before)?.[1]);
    let made = 0;
    scene.interfere = ({ method }) => {
      if (method === 'POST' && ++made === 2) throw new TypeError('Failed to fetch');
      return undefined;
    };
    press(root(scene.element), 'from-lengths');
    await waitUntil(() => said(scene) === '1 session type was made', 'one was made', { timeout: 5000 });
    expect(words(root(scene.element).querySelector('[role=alert]'))).to.contain('could not be reached');
    await expect(scene.element).to.be.accessible();
    scene.interfere = undefined;
    press(root(scene.element), 'from-lengths');
    await waitUntil(() => offered(scene).length === count, 'all are made', { timeout: 5000 });
    expect(find(root(scene.element), '[part=lengths]')).to.equal(undefined);
    const types = await kept(scene, seed.coaches.isla);
    expect(types.map(({ confirmation }) => confirmation)).to.deep.equal(types.map(() => 'coach'));
    const { status, coach } = await (async () => {
      const reply = await scene.mock.fetch(new Request(`${api}/coaches/${seed.coaches.isla}`));
      return { status: reply.status, coach: await reply.json() };
    })();
    expect(status).to.equal(200);
    expect(coach.has_session_types).to.equal(true);
  });

  it('says so to who is no coach, and of a service without session types', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    for (const [email, without, sentence] of [
      ['client@example.com', false, 'This account has no coach’s page.'],
      ['maya@example.com', true, 'This service keeps no session types.'],
    ] as const) {
      const fetch = async (request: Request) =>
        without && request.url.includes('session-types')
          ? Response.json({ detail: 'Not Found' }, { status: 404 })
          : mock.fetch(request);
      await sharedClient({ api, fetch }).signIn.logIn({ email, password: 'password123' });
      const element = await fixture<CbSessionTypes>(
        html`<cb-session-types api=${api} locale="en-GB" .fetch=${fetch}></cb-session-types>`,
      );
      await waitUntil(() => words(root(element).querySelector('.state')).includes(sentence), sentence, {
        timeout: 5000,
      });
      await expect(element).to.be.accessible();
    }
  });

  it('is edited by an admin for a coach, who is named', async () => {
    const scene = await open({ email: 'admin@example.com', coach: seed.coaches.maya });
    expect(words(find(root(scene.element), '[part=acting]'))).to.equal('You are changing what Maya Robinson offers.');
  });

  it('fits a phone', async () => {
    const scene = await open({ width: 320 });
    expect(root(scene.element).querySelector('.root')?.scrollWidth).to.be.at.most(320);
    press(rowOf(scene, 'A walk in the park'), 'edit');
    await seen(scene.element, '#field-name');
    expect(root(scene.element).querySelector('.root')?.scrollWidth).to.be.at.most(320);
    await expect(scene.element).to.be.accessible();
  });
});
