import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CbAvailabilityEditor, CbBooking } from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';

/** A class in a comparison that fails would be printed whole. */
const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

const timesOf = (element: CbBooking) =>
  element.shadowRoot
    ?.querySelector('cb-availability-picker')
    ?.shadowRoot?.querySelector('cb-slot-list')
    ?.shadowRoot?.querySelector('button[part~="time"]');

describe('a class that the page defines by itself', () => {
  it('brings the elements it is made of when it is first on the page', async () => {
    expect(isDefined('cb-availability-picker')).to.equal(false);
    customElements.define('cb-booking', CbBooking);
    expect(isDefined('cb-availability-picker')).to.equal(false);
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const element = await fixture<CbBooking>(
      html`<cb-booking api="https://api.example.com" coach=${mock.seed.coaches.ana} .fetch=${mock.fetch}
        .now=${() => mock.clock.now()} time-zone="Europe/London" locale="en-GB"></cb-booking>`,
    );
    await waitUntil(() => timesOf(element), 'times are on show', {
      timeout: 5000,
    });
    for (const tag of ['cb-month-grid', 'cb-slot-list', 'cb-coach-card', 'cb-time-zone-picker']) {
      await waitUntil(() => customElements.get(tag), tag);
    }
  });

  it('may have a name of the page’s', async () => {
    customElements.define('my-hours', class extends CbAvailabilityEditor {});
    const element = await fixture(html`<my-hours></my-hours>`);
    for (const tag of Object.keys(CbAvailabilityEditor.uses)) expect(customElements.get(tag), tag).to.be.a('function');
    expect(element.shadowRoot).to.not.equal(null);
  });
});
