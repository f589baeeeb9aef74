import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingForm } from '../../../src/elements/booking-form/booking-form.ts';
import { seed } from '../../../src/mock/index.ts';
import { chooseTime, fillPerson, findAll, openScene, pressBook, seen } from './booking-scene.ts';

const CHANGES = `/booking/coach/${seed.coaches.ana}/availability/changes`;

const nameOf = async (element: Element) => (await seen<HTMLInputElement>(element, '#field-name')).value;

/** Takes an element out of the page and puts it back after a while, as tabs and dialogs of pages do. */
async function away(element: HTMLElement, ms: number): Promise<void> {
  const parent = element.parentElement as HTMLElement;
  element.remove();
  await aTimeout(ms);
  parent.append(element);
}

/** A part of a page that shows its content or not, and keeps what it does not show, as tabs of an application do. */
class TestTabs extends LitElement {
  static override properties = { open: {}, redrawn: {} };
  declare open: boolean;
  declare redrawn: number;
  declare content: HTMLElement;

  constructor() {
    super();
    this.open = true;
    this.redrawn = 0;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return html`<p>Drawn ${this.redrawn} times</p>
      ${cache(this.open ? html`<section>${this.content}</section>` : html`<p>Another tab</p>`)}`;
  }
}
customElements.define('test-tabs', TestTabs);

describe('a booking that the page takes out and puts back', () => {
  for (const ms of [0, 300]) {
    it(`has the same step and all that was typed after ${ms} ms, and books`, async () => {
      // A backend without a stream of changes: when a stream begins late, the times are asked for again, and rightly.
      const { element, addresses } = await openScene({ without: [CHANGES] });
      await chooseTime(element);
      await fillPerson(element);
      const asked = [...addresses];
      await away(element, ms);
      await element.updateComplete;
      expect(element.status).to.equal('details');
      expect(await nameOf(element)).to.equal('Eva Marsh');
      // By whole addresses: the next month is asked for when the page is idle, which may be while the element is out of it.
      const again = addresses.slice(asked.length).filter((call) => asked.includes(call));
      expect(again, 'nothing is asked for twice').to.deep.equal([]);
      await pressBook(element);
      await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
    });
  }

  it('has them inside a parent that draws itself again, and that shows something else for a while', async () => {
    const { element } = await openScene();
    const tabs = Object.assign(new TestTabs(), { content: element });
    element.parentElement?.append(tabs);
    await chooseTime(element);
    await fillPerson(element);
    const { updateComplete } = tabs;
    await updateComplete;
    for (let redrawn = 1; redrawn < 4; redrawn += 1) {
      tabs.redrawn = redrawn;
      await tabs.updateComplete;
      tabs.open = false;
      await tabs.updateComplete;
      expect(element.isConnected).to.equal(false);
      await aTimeout(300);
      tabs.open = true;
      await tabs.updateComplete;
      expect(element.isConnected).to.equal(true);
    }
    await element.updateComplete;
    expect(element.status).to.equal('details');
    expect(await nameOf(element)).to.equal('Eva Marsh');
    await pressBook(element);
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
  });

  it('hears of what the page changed meanwhile', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    const parent = element.parentElement as HTMLElement;
    element.remove();
    element.locale = 'en-US';
    await aTimeout(50);
    parent.append(element);
    await waitUntil(() =>
      findAll(element.shadowRoot as ShadowRoot, '.choice strong').some(({ textContent }) =>
        textContent?.includes('November 5'),
      ),
    );
    expect(await nameOf(element)).to.equal('Eva Marsh');
  });

  it('still leads back to the times by the browser’s Back', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await away(element, 300);
    await element.updateComplete;
    // The widget hears of Back once this module has come again for it.
    await import('../../../src/elements/booking/step-history.ts');
    await element.updateComplete;
    history.back();
    await waitUntil(() => element.status === 'choosing', 'the times are back');
  });

  it('keeps what was typed in a form that stands alone', async () => {
    register('cb-booking-form', CbBookingForm);
    const { mock } = await openScene();
    const box = await fixture(html`<div></div>`);
    const form = document.createElement('cb-booking-form');
    const fetch = (request: Request) => mock.fetch(request);
    const start = '2025-11-18T14:00:00Z';
    Object.assign(form, { api: 'https://api.example.com', coach: mock.seed.coaches.ana, start, duration: 60, fetch });
    box.append(form);
    await fillPerson(form);
    await away(form, 300);
    await form.updateComplete;
    expect(await nameOf(form)).to.equal('Eva Marsh');
  });
});
