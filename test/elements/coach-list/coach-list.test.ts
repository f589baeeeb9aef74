import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbCoachList } from '../../../src/elements/coach-list/coach-list.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { findAll, seen, type } from '../booking/booking-scene.ts';
import 'chai-a11y-axe';

register('cb-coach-list', CbCoachList);

// Colours are judged when they have settled.
before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

interface Scene {
  readonly element: CbCoachList;
  /** Queries of `GET /coaches`. */
  readonly queries: URLSearchParams[];
  intercept: () => Response | undefined;
}

async function open(): Promise<Scene> {
  const mock = createMockServer();
  const scene: Omit<Scene, 'element'> = { queries: [], intercept: () => undefined };
  const fetch = async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/coaches') return mock.fetch(request);
    scene.queries.push(searchParams);
    return scene.intercept() ?? mock.fetch(request);
  };
  const element = await fixture<CbCoachList>(
    html`<cb-coach-list api="https://api.example.com" .fetch=${fetch} locale="en-GB"></cb-coach-list>`,
  );
  await waitUntil(() => cards(element).length > 0, 'the coaches are there', { timeout: 4000 });
  return Object.assign(scene, { element });
}

it('shows what a coach says of themselves in the direction of its own language', async () => {
  const { element } = await open();
  element.locale = 'ar';
  await waitUntil(() => root(element).querySelector('.inner')?.getAttribute('dir') === 'rtl', 'the list is mirrored');
  // Its last line is cut, and the dots stand at the end of its language, not over the line's first letters.
  const cut = [...root(element).querySelectorAll('.bio')];
  expect(cut.length).to.be.above(1);
  for (const bio of cut) {
    expect(getComputedStyle(bio).direction, bio.textContent ?? '').to.equal('ltr');
    expect(bio.scrollWidth, bio.textContent ?? '').to.be.at.most(bio.clientWidth);
  }
  const said = [...root(element).querySelectorAll('.quiet bdi')];
  expect(said.length).to.be.above(1);
  for (const text of said) {
    expect(getComputedStyle(text).direction, text.textContent ?? '').to.equal('ltr');
    expect(getComputedStyle(text.parentElement as Element).direction).to.equal('rtl');
  }
});

const root = (element: CbCoachList) => element.shadowRoot as ShadowRoot;
const cards = (element: CbCoachList) => [...root(element).querySelectorAll('[part="coach"]')];
const count = (element: CbCoachList) => root(element).querySelector('.count')?.textContent;
const field = <Found extends HTMLElement = HTMLInputElement>(element: CbCoachList, id: string) =>
  root(element).querySelector<Found>(`#${id}`) as Found;
const alertOf = (element: CbCoachList) => root(element).querySelector('[role="alert"]');
const isStill = (element: CbCoachList) => root(element).querySelector('ul')?.getAttribute('aria-busy') === 'false';
const pick = (select: HTMLSelectElement, value: string) => {
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('<cb-coach-list>', () => {
  it('shows who takes bookings, and passes axe', async () => {
    const { element } = await open();
    expect(cards(element)).to.have.length(7);
    expect(count(element)).to.equal('7 coaches');
    await expect(element).to.be.accessible();
  });

  it('searches by words once they are typed, and says how many were found', async () => {
    const { element, queries } = await open();
    // In one go: keys that are sent one by one may be further apart than the pause that ends a word.
    for (const typed of ['r', 'rem', 'remot', 'remote']) type(field(element, 'q'), typed);
    await waitUntil(() => count(element) === '2 coaches', 'two were found', { timeout: 3000 });
    expect(queries).to.have.length(2);
    expect(queries.at(-1)?.get('q')).to.equal('remote');
    expect(root(element).querySelector('.count')?.getAttribute('role')).to.equal('status');
  });

  it('narrows by language, topic and price together, and still offers every choice', async () => {
    const { element, queries } = await open();
    const languages = field<HTMLSelectElement>(element, 'language');
    const offered = languages.options.length;
    pick(languages, 'German');
    await waitUntil(() => count(element) === '2 coaches', 'two speak German');
    pick(field<HTMLSelectElement>(element, 'max_rate'), '100');
    await waitUntil(() => count(element) === 'One coach', 'one of them is within the price');
    expect(Object.fromEntries(queries.at(-1) ?? [])).to.include({ language: 'German', max_rate: '100' });
    expect(languages.options.length).to.equal(offered);
  });

  it('leads back to all coaches when none fits', async () => {
    const { element } = await open();
    type(field(element, 'q'), 'beekeeping');
    pick(field<HTMLSelectElement>(element, 'language'), 'German');
    const status = root(element).querySelector('[role="status"]');
    await waitUntil(() => status?.textContent === 'No coach matches.', 'it says so', { timeout: 3000 });
    await expect(element).to.be.accessible();
    const clear = root(element).querySelector<HTMLElement>('.none button');
    clear?.focus();
    clear?.click();
    await waitUntil(() => cards(element).length === 7, 'all are back', { timeout: 3000 });
    expect(root(element).activeElement?.id).to.equal('q');
    expect(field(element, 'q').value).to.equal('');
    expect(field<HTMLSelectElement>(element, 'language').value).to.equal('');
  });

  it('leads into booking and back, with the focus, and keeps what was typed', async () => {
    const { element } = await open();
    const choose = () => root(element).querySelector<HTMLElement>('[part="choose"]');
    choose()?.focus();
    await sendKeys({ press: 'Enter' });
    (await seen(element, 'button[part~="time"]')).click();
    type(await seen<HTMLTextAreaElement>(element, '#field-notes'), 'Career transition');
    root(element).querySelector<HTMLElement>('[part="back"]')?.click();
    await waitUntil(() => choose()?.matches(':focus'), 'the coach has the focus again');
    expect(findAll(root(element), 'cb-booking').filter((booking) => booking.checkVisibility())).to.have.length(0);
    choose()?.click();
    expect((await seen<HTMLTextAreaElement>(element, '#field-notes')).value).to.equal('Career transition');
  });

  it('leaves the choice to a page that goes on by itself', async () => {
    const { element } = await open();
    const chosen: string[] = [];
    element.addEventListener('cb-coach-select', (event) => {
      event.preventDefault();
      chosen.push(event.coach.name ?? '');
    });
    root(element).querySelector<HTMLElement>('[part="choose"]')?.click();
    await element.updateComplete;
    expect(chosen).to.deep.equal(['Ana Keller']);
    expect(cards(element)).to.have.length(7);
  });

  it('keeps the coaches on show when a search fails, says so, and tries again', async () => {
    const scene = await open();
    const { element } = scene;
    scene.intercept = () => Response.json({ detail: 'No such language' }, { status: 400 });
    pick(field<HTMLSelectElement>(element, 'language'), 'German');
    await waitUntil(() => root(element).querySelector('[role="alert"]'), 'it is said', { timeout: 5000 });
    expect(cards(element)).to.have.length(7);
    scene.intercept = () => undefined;
    root(element).querySelector<HTMLElement>('[role="alert"] button')?.click();
    await waitUntil(() => count(element) === '2 coaches', 'it went through');
    expect(root(element).querySelector('[role="alert"]')).to.equal(null);
  });

  it('narrows by each of its three choices alone, and back to all', async () => {
    const { element, queries } = await open();
    for (const [id, name] of [
      ['language', 'language'],
      ['expertise', 'expertise'],
      ['max_rate', 'max_rate'],
    ] as const) {
      const select = field<HTMLSelectElement>(element, id);
      const values = [...select.options].map(({ value }) => value);
      expect(values[0], `${id} begins with any`).to.equal('');
      expect(values.length, `${id} offers some`).to.be.greaterThan(1);
      for (const value of values.slice(1)) {
        const before = queries.length;
        pick(select, value);
        await waitUntil(() => queries.length > before && isStill(element), `${id} ${value} is answered`);
        expect(Object.fromEntries(queries.at(-1) ?? [])).to.deep.equal({ [name]: value, skip: '0', limit: '24' });
        expect(select.value, 'the choice stays').to.equal(value);
        expect(cards(element).length > 0 || count(element) === 'No coach matches.').to.equal(true);
      }
      pick(select, '');
      await waitUntil(() => count(element) === '7 coaches', `${id} leads back to all`);
    }
  });

  it('says that no connection is there, keeps each choice, and goes on with them', async () => {
    const scene = await open();
    const { element, queries } = scene;
    for (const [id, value] of [
      ['language', 'German'],
      ['expertise', 'Relocation'],
      ['max_rate', '100'],
    ] as const) {
      scene.intercept = () => {
        throw new TypeError('Failed to fetch');
      };
      const select = field<HTMLSelectElement>(element, id);
      const wanted =
        [...select.options].find((option) => option.value === value)?.value ?? select.options[1]?.value ?? '';
      pick(select, wanted);
      await waitUntil(() => alertOf(element), `${id} failed, and it is said`, { timeout: 8000 });
      await waitUntil(() => isStill(element), 'nothing is under way');
      expect(alertOf(element)?.querySelector('p')?.textContent?.trim()).to.not.equal('');
      expect(cards(element).length, 'what was found stays').to.be.greaterThan(0);
      await expect(element).to.be.accessible();
      scene.intercept = () => undefined;
      alertOf(element)?.querySelector<HTMLElement>('button')?.click();
      await waitUntil(() => !alertOf(element) && isStill(element), 'it went through');
      expect(queries.at(-1)?.get(id)).to.equal(wanted);
      expect(
        root(element).activeElement?.matches('[part="search"], .count, h2, button, input, select') ?? true,
      ).to.equal(true);
      pick(field<HTMLSelectElement>(element, id), '');
      await waitUntil(() => count(element) === '7 coaches', 'all are back');
    }
  });

  it('offers to try again where the first coaches could not be loaded, and leads on from there', async () => {
    const mock = createMockServer();
    let down = true;
    const fetch = async (request: Request) =>
      down && new URL(request.url).pathname === '/coaches'
        ? Response.json({ detail: 'down' }, { status: 400 })
        : mock.fetch(request);
    const element = await fixture<CbCoachList>(
      html`<cb-coach-list api="https://api.example.com" .fetch=${fetch} locale="en-GB"></cb-coach-list>`,
    );
    await waitUntil(() => alertOf(element), 'it is said', { timeout: 8000 });
    expect(findAll(root(element), '.bone'), 'no skeleton beside the reason').to.have.length(0);
    await expect(element).to.be.accessible();
    down = false;
    const again = alertOf(element)?.querySelector<HTMLElement>('button');
    again?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => cards(element).length === 7, 'the coaches are there');
    expect(root(element).activeElement, 'the focus is not lost with the button').to.not.equal(null);
  });

  it('says what a developer forgot', async () => {
    const element = await fixture<CbCoachList>(html`<cb-coach-list></cb-coach-list>`);
    await waitUntil(() => root(element).textContent?.includes('needs api'), 'it says so');
  });

  it('fits 320 px without a scroll bar across', async () => {
    await setViewport({ width: 320, height: 640 });
    const { element } = await open();
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
    expect(element.getBoundingClientRect().width).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
