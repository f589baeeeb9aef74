import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { register } from '../../../src/elements/base/register.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { allInside, focused, inside, once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-availability-picker', CbAvailabilityPicker);

/** A picker on a phone (or in `width` px) on the guide's day, with its month on show. */
async function open(width = 360, clock = '2025-11-05T10:30:00Z', coach: string = seed.coaches.ana) {
  await setViewport({ width, height: 640 });
  const server = createMockServer({ clock });
  const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
  Object.assign(picker, {
    api: 'https://api.example.com',
    coach,
    duration: 60,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    now: () => server.clock.now(),
    fetch: (request: Request) => server.fetch(request),
  });
  await fixture(picker);
  await waitUntil(() => picker.shadowRoot?.querySelector('cb-slot-list')?.shadowRoot?.querySelector('.time'), 'times');
  await customElements.whenDefined('cb-week-strip');
  return picker;
}

const month = (picker: Element) => inside(picker, 'cb-month-grid');
const strip = (picker: Element) => inside(picker, 'cb-week-strip');
const days = (picker: Element) => allInside(strip(picker), '.day').map(({ dataset }) => dataset.date);
const label = (picker: Element, date: string) =>
  inside(strip(picker), `[data-date="${date}"]`).getAttribute('aria-label') ?? '';
const heading = (picker: Element) => textOf(inside(inside(picker, 'cb-slot-list'), 'h3')).replace(',', '');
const turn = (picker: Element, way: 'previous' | 'next') => inside(strip(picker), `[part~="${way}"]`);

/** Chooses a day of the month and waits for its week. */
async function choose(picker: CbAvailabilityPicker, date: string) {
  inside(month(picker), `[data-date="${date}"]`).click();
  await waitUntil(() => focused()?.localName === 'h3', 'the focus is over the times');
}

describe('the week of the chosen day', () => {
  afterEach(resetMedia);

  it('takes the month’s place on a phone, with the times right under it', async () => {
    const picker = await open();
    await choose(picker, '2025-11-18');
    expect(month(picker).checkVisibility()).to.equal(false);
    expect(days(picker)).to.deep.equal([17, 18, 19, 20, 21, 22, 23].map((day) => `2025-11-${day}`));
    expect(inside(strip(picker), '[aria-pressed="true"]').dataset.date).to.equal('2025-11-18');
    expect(heading(picker)).to.equal('Tuesday 18 November 2025');
    const week = () => strip(picker).getBoundingClientRect();
    await waitUntil(() => week().top >= 0 && week().top < 40, 'the week is on top of the screen');
    const first = inside(inside(picker, 'cb-slot-list'), '.time').getBoundingClientRect();
    expect(first.bottom).to.be.lessThan(400);
  });

  for (const width of [500, 700]) {
    it(`leaves the month in its place in ${width} px`, async () => {
      const picker = await open(width);
      inside(month(picker), '[data-date="2025-11-18"]').click();
      await picker.updateComplete;
      expect(month(picker).checkVisibility()).to.equal(true);
      expect(picker.shadowRoot?.querySelector('cb-week-strip')?.checkVisibility() ?? false).to.equal(false);
    });
  }

  it('turns to the next week, shows its first open day, and leaves the focus on the button', async () => {
    const picker = await open(360, '2025-11-05T10:30:00Z', seed.coaches.isla);
    await choose(picker, '2025-11-07');
    turn(picker, 'next').focus();
    setTimeout(() => turn(picker, 'next').click());
    expect((await once(document, 'cb-day-select')).day).to.equal('2025-11-10');
    await picker.updateComplete;
    expect(days(picker)[0]).to.equal('2025-11-10');
    expect(heading(picker)).to.equal('Monday 10 November 2025');
    expect(focused()?.getAttribute('part')).to.equal('button next');
    await waitUntil(() => textOf(inside(picker, '[role="status"]')).includes('10 November 2025'), 'it is announced', {
      timeout: 5000,
    });
    turn(picker, 'previous').click();
    await waitUntil(() => days(picker)[0] === '2025-11-03');
    expect(turn(picker, 'previous').getAttribute('aria-disabled')).to.equal('true');
    turn(picker, 'previous').click();
    await picker.updateComplete;
    expect(days(picker)[0]).to.equal('2025-11-03');
  });

  it('runs over the end of a month, with the times of both', async () => {
    const picker = await open(360, '2025-11-05T10:30:00Z', seed.coaches.isla);
    await choose(picker, '2025-11-28');
    turn(picker, 'next').click();
    await waitUntil(() => heading(picker).includes('December'), 'the next month is shown', { timeout: 4000 });
    expect(days(picker)[0]).to.equal('2025-12-01');
    const coming = await open(360, '2025-12-20T10:30:00Z');
    await choose(coming, '2025-12-30');
    expect(days(coming)).to.include.members(['2025-12-29', '2025-12-31', '2026-01-01', '2026-01-04']);
    await waitUntil(() => /\d+ times open/.test(label(coming, '2026-01-02')), 'January is known', { timeout: 4000 });
    inside(strip(coming), '[data-date="2026-01-02"]').click();
    await waitUntil(() => heading(coming) === 'Friday 2 January 2026');
    expect(days(coming)).to.include('2025-12-31');
    expect(textOf(inside(strip(coming), 'h3'))).to.equal('Dec 2025 – Jan 2026');
  });

  it('names the months it is in: both where it runs over the end of one', async () => {
    const picker = await open(360, '2026-11-26T10:30:00Z');
    await choose(picker, '2026-11-26');
    const name = () => textOf(inside(strip(picker), 'h3'));
    expect(name()).to.equal('November 2026');
    turn(picker, 'next').click();
    await waitUntil(() => days(picker)[0] === '2026-11-30', 'the week from 30 November to 6 December');
    expect(name()).to.equal('Nov – Dec 2026');
    turn(picker, 'next').click();
    await waitUntil(() => days(picker)[0] === '2026-12-07');
    expect(name()).to.equal('December 2026');
  });

  describe('in a card on a narrow phone', () => {
    beforeEach(() => {
      // The card's edge and padding.
      document.body.style.padding = '0 17px';
      document.documentElement.style.fontFamily = 'sans-serif';
    });
    afterEach(() => {
      document.body.style.padding = '';
      document.documentElement.style.fontFamily = '';
      document.documentElement.style.fontSize = '';
    });

    it('names two months in one line in 320 px', async () => {
      const picker = await open(320, '2026-11-26T10:30:00Z');
      await choose(picker, '2026-11-26');
      turn(picker, 'next').click();
      await waitUntil(() => days(picker)[0] === '2026-11-30');
      const words = new Range();
      words.selectNodeContents(inside(strip(picker), '[part="whole"]'));
      expect(words.getBoundingClientRect().height).to.be.lessThan(30);
    });

    for (const width of [320, 360]) {
      it(`keeps its buttons in sight with text of 200 % in ${width} px`, async () => {
        document.documentElement.style.fontSize = '200%';
        const picker = await open(width, '2026-11-26T10:30:00Z');
        await choose(picker, '2026-11-26');
        const edge = strip(picker).getBoundingClientRect().right;
        expect(turn(picker, 'next').getBoundingClientRect().right).to.be.at.most(edge + 1);
      });
    }
  });

  it('is walked through by the keys of a date grid; the times stay until a day is chosen', async () => {
    const picker = await open();
    await choose(picker, '2025-11-18');
    const on = () => (focused() as HTMLElement | null)?.dataset.date;
    const press = async (key: string, date: string) => {
      await sendKeys({ press: key });
      await waitUntil(() => on() === date, `${key} leads to ${date}`);
    };
    strip(picker).focus();
    expect(on()).to.equal('2025-11-18');
    await press('ArrowRight', '2025-11-19');
    await press('End', '2025-11-23');
    await press('ArrowRight', '2025-11-24');
    expect(days(picker)[0]).to.equal('2025-11-24');
    await press('ArrowDown', '2025-12-01');
    await press('ArrowUp', '2025-11-24');
    await press('PageDown', '2025-12-24');
    await press('PageUp', '2025-11-24');
    expect(allInside(strip(picker), '[tabindex="0"]')).to.have.length(1);
    expect(heading(picker)).to.equal('Tuesday 18 November 2025');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => heading(picker) === 'Monday 24 November 2025');
  });

  it('opens the whole month on request, with the focus on the chosen day, and closes again', async () => {
    const picker = await open();
    await choose(picker, '2025-11-18');
    const whole = inside(strip(picker), '[part="whole"]');
    expect(whole.getAttribute('aria-expanded')).to.equal('false');
    whole.click();
    await waitUntil(() => (focused() as HTMLElement | null)?.dataset.date === '2025-11-18');
    expect(month(picker).checkVisibility()).to.equal(true);
    expect(picker.shadowRoot?.querySelector('cb-week-strip') === null).to.equal(true);
    await choose(picker, '2025-11-20');
    expect(days(picker)).to.include('2025-11-20');
  });

  it('is the month again when there is room for it', async () => {
    const picker = await open();
    await choose(picker, '2025-11-18');
    await setViewport({ width: 900, height: 640 });
    await waitUntil(() => month(picker).checkVisibility());
    expect(strip(picker).checkVisibility()).to.equal(false);
  });

  for (const width of [320, 360]) {
    it(`overflows nowhere in ${width} px`, async () => {
      const picker = await open(width);
      await choose(picker, '2025-11-18');
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  for (const scheme of schemes) {
    it(`has no accessibility violations (${scheme})`, async () => {
      await useScheme(scheme);
      const picker = await open();
      await choose(picker, '2025-11-18');
      await expect(picker).to.be.accessible();
    });
  }
});
