import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import {
  chooseTime,
  fillPerson,
  find,
  findAll,
  focused,
  named,
  openScene,
  pressBook,
  type SceneOptions,
  seen,
} from './booking-scene.ts';

const here = location.href;
const TIME = '2025-11-14T10:00:00Z';

/** As if the visitor had followed a link to this page with these parameters. */
function visit(parameters: Readonly<Record<string, string>> = {}, hash = ''): void {
  const address = new URL(here);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  address.hash = hash;
  history.replaceState(null, '', address);
}

const open = (options: SceneOptions = {}) =>
  openScene({ ...options, set: { syncUrl: '', ...options.set } as NonNullable<SceneOptions['set']> });

/** The heading over the times on show. */
async function shownDay(element: Element): Promise<string> {
  await seen(element, 'button[part~="time"]');
  return find(element.shadowRoot as ShadowRoot, 'cb-slot-list')?.shadowRoot?.querySelector('h3')?.textContent ?? '';
}

const choice = async (element: Element) => (await seen(element, '[part="choice"]')).textContent ?? '';
const pressed = (element: Element) =>
  findAll(element.shadowRoot as ShadowRoot, '[part~="time"][aria-pressed="true"]').map(({ dataset }) => dataset.start);
const chooseDay = async (element: Element, day: string) => (await seen(element, `[data-date="${day}"]`)).click();
/** The parameters that an element with the usual prefix reads or writes. */
const parameters = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...new URL(location.href).searchParams].filter(([name]) => name.startsWith('cb-')));

describe('sync-url', () => {
  beforeEach(() => visit());
  afterEach(() => {
    fixtureCleanup();
    history.replaceState(null, '', here);
  });

  it('leaves the address alone where it is not asked for', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    expect(parameters()).to.deep.equal({});
  });

  it('shows the day of a link', async () => {
    visit({ 'cb-day': '2025-12-03' });
    const { element } = await open();
    await waitUntil(async () => (await shownDay(element)).includes('3 December 2025'));
    expect(element.status).to.equal('choosing');
  });

  it('opens the form for the time of a link, and has its day ready for the way back', async () => {
    visit({ 'cb-slot': TIME, 'cb-minutes': '60' });
    const { element } = await open();
    expect(await choice(element))
      .to.contain('Friday, 14 November 2025')
      .and.to.contain('10:00–11:00');
    (await named(element, 'Change time')).click();
    expect(await shownDay(element)).to.contain('14 November 2025');
    expect(pressed(element)).to.deep.equal([TIME]);
    await waitUntil(() => !parameters()['cb-slot']);
  });

  it('opens a time of another length than the coach’s first', async () => {
    const { mock } = await openScene();
    fixtureCleanup();
    visit({ 'cb-slot': '2025-11-10T00:45:00Z', 'cb-minutes': '30' });
    const { element } = await open({ coach: mock.seed.coaches.isla });
    expect(await choice(element)).to.contain('00:45–01:15');
  });

  it('shows the day of a time that has gone, with what is left of it, and forgets the time', async () => {
    visit({ 'cb-slot': '2025-11-14T03:00:00Z', 'cb-minutes': '60' });
    const { element } = await open();
    await waitUntil(async () => (await shownDay(element)).includes('14 November 2025'), 'its day', { timeout: 8000 });
    expect(element.status).to.equal('choosing');
    expect(parameters()).to.deep.equal({ 'cb-day': '2025-11-14' });
    const banner = element.shadowRoot?.querySelector('[part="banner"]');
    await waitUntil(() => banner?.textContent?.includes('no longer open'), 'says what became of it');
    await element.updateComplete;
    (await seen(element, 'button[part~="time"]')).click();
    await seen(element, 'form');
    expect(banner?.textContent).to.equal('');
  });

  it('shows what it always shows for an address that makes no sense', async () => {
    visit({ 'cb-slot': 'soon', 'cb-day': '2025-13-45', 'cb-minutes': 'many' });
    const { element } = await open();
    expect(await shownDay(element)).to.contain('5 November 2025');
  });

  it('writes day and time, and keeps the page’s other parameters, hash and history state', async () => {
    visit({ page: '2', 'cb-name': 'Eva' }, 'book');
    history.replaceState({ own: 1 }, '');
    const { element } = await open();
    await seen(element, 'button[part~="time"]');
    await waitUntil(async () => {
      await chooseDay(element, '2025-11-14');
      return parameters()['cb-day'];
    });
    expect(history.state).to.deep.equal({ own: 1 });
    (await seen(element, `[data-start="${TIME}"]`)).click();
    await seen(element, 'form');
    expect(parameters()).to.deep.equal({
      'cb-name': 'Eva',
      'cb-day': '2025-11-14',
      'cb-slot': TIME,
      'cb-minutes': '60',
    });
    expect(new URL(location.href).searchParams.get('page')).to.equal('2');
    expect(location.hash).to.equal('#book');
    expect(history.state.own).to.equal(1);
  });

  it('is at the same time again after a reload', async () => {
    const first = await open();
    await chooseTime(first.element);
    await waitUntil(() => parameters()['cb-slot']);
    const before = await choice(first.element);
    first.element.remove();
    const second = await open();
    expect(await choice(second.element)).to.equal(before);
  });

  it('goes back to the times with the browser’s back button, and on again with forward', async () => {
    const { element } = await open();
    await seen(element, 'button[part~="time"]');
    await chooseDay(element, '2025-11-14');
    (await seen(element, `[data-start="${TIME}"]`)).click();
    await seen(element, 'form');
    await fillPerson(element);
    history.back();
    await waitUntil(() => element.status === 'choosing');
    expect(await shownDay(element)).to.contain('14 November 2025');
    const picker = find(element.shadowRoot as ShadowRoot, 'cb-availability-picker');
    await waitUntil(() => element.shadowRoot?.activeElement === picker, 'the focus is among the times');
    history.forward();
    expect(await choice(element)).to.contain('14 November 2025');
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    await waitUntil(() => focused()?.textContent === 'Your details');
    history.back();
    await waitUntil(() => !parameters()['cb-slot']);
  });

  it('takes the time out of the address with the way back on the page', async () => {
    const { element } = await open();
    await chooseTime(element);
    await waitUntil(() => parameters()['cb-slot']);
    (await named(element, 'Change time')).click();
    await waitUntil(() => !parameters()['cb-slot']);
    await chooseTime(element);
    await waitUntil(() => parameters()['cb-slot']);
    history.back();
    await waitUntil(() => !parameters()['cb-slot']);
    await waitUntil(() => element.status === 'choosing');
  });

  it('leaves the visitor where they are when the page moves within itself', async () => {
    visit({ 'cb-day': '2025-11-14' });
    const { element } = await open();
    await waitUntil(async () => (await shownDay(element)).includes('14 November'));
    (await named(element, 'Next month')).click();
    await waitUntil(async () => (await shownDay(element)).includes('December'));
    location.hash = 'faq';
    await new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await element.updateComplete;
    expect(await shownDay(element)).to.contain('December');
  });

  it('names the time that was chosen instead of one that had gone', async () => {
    const { element } = await open({ scenario: 'slot-taken' });
    await chooseTime(element);
    await waitUntil(() => parameters()['cb-slot']);
    const before = parameters()['cb-slot'];
    await fillPerson(element);
    await pressBook(element);
    (await seen(element, '[part="nearest"]')).click();
    await waitUntil(() => parameters()['cb-slot'] !== before);
    history.back();
    await waitUntil(() => element.status === 'choosing');
  });

  it('takes the time out of the address once it is booked', async () => {
    const { element } = await open();
    await chooseTime(element);
    await waitUntil(() => parameters()['cb-slot']);
    await fillPerson(element);
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    expect(parameters()).to.deep.equal({});
  });

  it('keeps two widgets on a page apart by their prefixes', async () => {
    visit({ 'ana-day': '2025-11-14' });
    const { element } = await open({ set: { syncUrl: 'ana' } });
    const other = await open({ set: { syncUrl: 'ben' } });
    await waitUntil(async () => (await shownDay(element)).includes('14 November'));
    expect(await shownDay(other.element)).to.contain('5 November');
    await chooseTime(other.element);
    await waitUntil(() => new URL(location.href).searchParams.get('ben-slot'));
    expect(new URL(location.href).searchParams.get('ana-slot')).to.equal(null);
    expect(element.status).to.equal('choosing');
    history.back();
    await waitUntil(() => other.element.status === 'choosing');
  });
});

describe('the page’s address', () => {
  afterEach(() => {
    fixtureCleanup();
    history.replaceState(null, '', here);
  });

  it('prefills name, e-mail and notes; what the page sets itself goes before', async () => {
    visit({ 'cb-name': 'Eva Marsh', 'cb-email': 'eva@example.com', 'cb-notes': 'About Berlin' });
    const { element } = await openScene({ set: { email: 'own@example.com' } });
    await chooseTime(element);
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    expect((await seen<HTMLInputElement>(element, '#field-email')).value).to.equal('own@example.com');
    expect((await seen<HTMLTextAreaElement>(element, '#field-notes')).value).to.equal('About Berlin');
  });

  it('hands utm_… and the parameters named by `carry` on to the booking, and no others', async () => {
    visit({ utm_source: 'letter', utm_campaign: 'autumn', ref: 'friend', secret: 'no' });
    const scene = await openScene({ set: { carry: 'ref gone', metadata: { page: 'about' } } });
    let sent: Request | undefined;
    scene.intercept = (request) => {
      if (request.method === 'POST' && new URL(request.url).pathname === '/booking') sent = request.clone();
      return undefined;
    };
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    await pressBook(scene.element);
    await seen(scene.element, '[part="facts"]:is(dl)');
    const body = await sent?.json();
    expect(body?.metadata).to.deep.equal({
      utm_source: 'letter',
      utm_campaign: 'autumn',
      ref: 'friend',
      page: 'about',
    });
  });
});
