import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { seed } from '../../../src/mock/index.ts';
import { allInside, focused, inside, textOf } from '../deep.ts';
import { resetMedia, useScheme } from '../media.ts';
import { openPicker, pickerOf, settled } from './availability-picker-scene.ts';

const grid = (picker: Element) => inside(picker, 'cb-month-grid');
const list = (picker: Element) => inside(picker, 'cb-slot-list');
const day = (picker: Element, date: string) => inside(grid(picker), `[data-date="${date}"]`);
const hint = (picker: Element) => Number(getComputedStyle(inside(picker, '.times'), '::after').opacity);
const chips = (picker: Element) => allInside(inside(picker, 'cb-next-times'), 'button:enabled');

/** Elements whose text is wider than they are. */
function cut(host: Element): string[] {
  const all = allInside(host, '*');
  const clipped = all.filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1);
  const nested = all.flatMap((each) => (each.shadowRoot ? cut(each) : []));
  return [...clipped.filter((each) => !each.matches('.visually-hidden')).map(textOf), ...nested];
}

describe('the room an availability picker takes', () => {
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    document.documentElement.dir = '';
    await resetMedia();
  });

  for (const width of [320, 360, 500]) {
    it(`is that of what it shows in ${width} px: nothing is blank under a day with two times, and the month stays`, async () => {
      await setViewport({ width, height: 640 });
      const picker = pickerOf({ latency: 150, coach: seed.coaches.isla });
      await fixture(picker);
      await customElements.whenDefined('cb-next-times');
      await (inside(picker, 'cb-next-times') as CbAvailabilityPicker).updateComplete;
      const place = () => [grid(picker), inside(picker, 'cb-time-zone-picker')].map((part) => part.offsetTop);
      await settled(picker);
      const before = place();
      for (const date of ['2025-11-06', '2025-11-09']) {
        picker.day = date;
        await picker.updateComplete;
        await (list(picker) as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
        const last = [...allInside(list(picker), '.time, [part="empty"]')].at(-1) as HTMLElement;
        const blank = picker.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
        expect(blank, date).to.be.at.most(80);
        expect(place()).to.deep.equal(before);
      }
    });
  }

  for (const [language, dir] of [
    ['en-GB', 'ltr'],
    ['de', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    it(`cuts off no day of the next open times in ${language} on a phone`, async () => {
      await setViewport({ width: 320, height: 640 });
      document.documentElement.dir = dir;
      const picker = pickerOf();
      picker.locale = language;
      await fixture(picker);
      await settled(picker);
      await waitUntil(() => chips(picker).length === 3);
      expect(cut(inside(picker, 'cb-next-times'))).to.deep.equal([]);
    });
  }

  for (const width of [360, 768, 1280]) {
    it(`grows with large text and cuts none of it off in ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      document.documentElement.style.fontSize = '200%';
      const picker = await openPicker();
      await waitUntil(() => chips(picker).length === 3);
      expect(cut(picker)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  it('says zone and clock in two lines on the narrowest phone', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontFamily = 'sans-serif';
    const picker = pickerOf();
    picker.timeZone = 'America/New_York';
    await fixture(html`<div style="padding: 0 25px">${picker}</div>`);
    await settled(picker);
    await customElements.whenDefined('cb-time-zone-picker');
    const zone = inside(picker, 'cb-time-zone-picker');
    await waitUntil(() => zone.shadowRoot?.querySelector('strong'));
    const lines = [inside(zone, 'strong'), inside(zone, '.now')].map((part) => part.getBoundingClientRect());
    expect(lines[0]?.height, 'the zone').to.be.lessThan(22);
    expect(lines[1]?.top, 'the offset and the clock').to.be.closeTo(
      inside(zone, '.offset').getBoundingClientRect().top,
      2,
    );
    document.documentElement.style.fontFamily = '';
  });

  // Firefox has no scroll timelines, and shows its scroll bar.
  const itWithTimelines = CSS.supports('animation-timeline: scroll()') ? it : it.skip;
  for (const motion of ['no-preference', 'reduce'] as const) {
    itWithTimelines(`hints at times below the edge until they are reached (reduced motion: ${motion})`, async () => {
      await setViewport({ width: 700, height: 900 });
      await emulateMedia({ reducedMotion: motion });
      const picker = await openPicker();
      picker.day = '2025-11-06';
      await picker.updateComplete;
      const scroller = inside(picker, '.list');
      await waitUntil(() => scroller.scrollHeight > scroller.clientHeight + 64);
      await waitUntil(() => hint(picker) === 1, 'it says that there is more');
      scroller.scrollTop = scroller.scrollHeight;
      await waitUntil(() => hint(picker) < 0.05, 'it says so no longer');
    });
  }

  it('hints at nothing where all times are in sight', async () => {
    await setViewport({ width: 900, height: 900 });
    const picker = await openPicker({ coach: seed.coaches.isla });
    expect(inside(picker, '.list').scrollHeight).to.equal(inside(picker, '.list').clientHeight);
    expect(hint(picker)).to.equal(0);
  });

  it('keeps the week and the way back in sight while the visitor scrolls to the evening', async () => {
    await setViewport({ width: 360, height: 640 });
    await useScheme('light');
    const picker = await openPicker();
    await customElements.whenDefined('cb-week-strip');
    day(picker, '2025-11-06').click();
    await waitUntil(() => focused()?.localName === 'h3', 'the focus is over the times');
    const last = allInside(list(picker), '.time').at(-1);
    last?.scrollIntoView({ block: 'end' });
    const bar = () => inside(picker, 'cb-week-strip').getBoundingClientRect();
    await waitUntil(() => window.scrollY > 0 && Math.round(bar().top) === 0, 'the week stays on top');
    expect(bar().height).to.be.lessThan(160);
    // What Tab reaches is not under it.
    last?.focus();
    for (let tabs = 0; tabs < 12; tabs++) await sendKeys({ press: 'Shift+Tab' });
    expect(focused()?.getBoundingClientRect().top).to.be.at.least(bar().bottom);
  });

  it('chooses and announces nothing while the arrow keys cross into another month', async () => {
    await setViewport({ width: 900, height: 700 });
    const picker = await openPicker();
    day(picker, '2025-11-28').click();
    const status = () => textOf(inside(picker, '[role="status"]'));
    await waitUntil(() => status().includes('28 November'));
    day(picker, '2025-11-28').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await sendKeys({ press: key });
    await settled(picker);
    expect((focused() as HTMLElement | null)?.dataset.date).to.equal('2025-12-02');
    expect(allInside(grid(picker), '[aria-pressed="true"]')).to.deep.equal([]);
    expect(textOf(inside(list(picker), '[part="empty"]'))).to.equal('Choose a day to see its times.');
    expect(status()).not.to.contain('December');
    await sendKeys({ press: 'PageUp' });
    await settled(picker);
    expect(textOf(inside(list(picker), 'h3'))).to.contain('28 November');
    await sendKeys({ press: 'PageDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => status().includes('2 December'));
  });
});
