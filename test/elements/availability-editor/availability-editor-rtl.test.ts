import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { EditorPage } from './availability-editor-page.ts';

const middle = (box: DOMRect) => box.left + box.width / 2;

/** Weekdays (Monday 1) as the columns stand, the rightmost first. */
const fromTheRight = (page: EditorPage) =>
  page
    .all('.column')
    .toSorted((a, b) => middle(b.getBoundingClientRect()) - middle(a.getBoundingClientRect()))
    .map(({ dataset }) => Number(dataset.weekday));

/** Where the blocks of a weekday begin and end, in the wire's words. */
const hoursOn = async (page: EditorPage, weekday: number) => {
  await page.save();
  return (await page.storedOn(weekday)).map(({ start, end }) => `${start}-${end}`);
};

/** The inputs whose text does not stand at the start of a layout from right to left. */
const atTheLeft = (inputs: readonly HTMLElement[]) =>
  inputs.filter((input) => {
    const { textAlign, direction, unicodeBidi } = getComputedStyle(input);
    const start = unicodeBidi === 'plaintext' ? 'left' : direction === 'rtl' ? 'right' : 'left';
    return textAlign !== 'center' && (textAlign === 'start' ? start : textAlign) !== 'right';
  });

describe('the preview of a client’s week', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));

  // Wednesday 5 November 2025, and the weekday with which the region begins.
  for (const [locale, days] of [
    ['he', ['2025-11-02', '2025-11-08']],
    ['en-US', ['2025-11-02', '2025-11-08']],
    ['fa', ['2025-11-01', '2025-11-07']],
    ['ar-EG', ['2025-11-01', '2025-11-07']],
    ['de', ['2025-11-03', '2025-11-09']],
  ] as const) {
    it(`begins where a week of the region does, and goes on by weeks: ${locale}`, async () => {
      const page = await EditorPage.open({ locale });
      const shown = () => page.all('[part="preview-day"]').map(({ dataset }) => dataset.date);
      expect([shown()[0], shown()[6]]).to.deep.equal(days);
      const preview = page.get('cb-client-preview').shadowRoot as ShadowRoot;
      page.all('header button.icon', preview)[1]?.click();
      await page.settle();
      expect(Date.parse(shown()[0] ?? '') - Date.parse(days[0])).to.equal(7 * 86_400_000);
    });
  }
});

describe('numbers in fields from right to left', () => {
  for (const locale of ['ar', 'fa', 'he']) {
    it(`stand at the right, as all texts do: ${locale}`, async () => {
      const page = await EditorPage.open({ locale });
      for (const tab of page.all('[role="tab"]')) {
        tab.click();
        await page.settle();
        expect(atTheLeft(page.all('[type="number"], [inputmode]')), tab.id).to.deep.equal([]);
      }
      expect(page.all('[type="number"]').length).to.be.above(2);
    });
  }
});

describe('<cb-availability-editor> from right to left', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));
  afterEach(() => resetMouse());

  // The first day of the week by the region: Sunday in Israel, Saturday in Iran and in Egypt.
  for (const [locale, first] of [
    ['he-IL', 7],
    ['fa-IR', 6],
    ['ar-EG', 6],
  ] as const) {
    it(`${locale}: the week runs from the right, and hours are dragged to where the pointer is`, async () => {
      const page = await EditorPage.open({ locale });
      expect(fromTheRight(page)).to.deep.equal([0, 1, 2, 3, 4, 5, 6].map((on) => ((first - 1 + on) % 7) + 1));

      page.get('.week').scrollTo(0, 1000);
      await page.drag(page.point(3, '20:30'), page.point(3, '22:00'));
      expect(page.blocks(3)).to.have.length(2);
      // Thursday is on the left of Wednesday.
      expect(page.point(4, '21:15')[0]).to.be.below(page.point(3, '21:15')[0]);
      await page.drag(page.point(3, '21:15'), page.point(4, '21:45'));
      expect([page.blocks(3).length, page.blocks(4).length]).to.deep.equal([1, 2]);
      const [x, bottom] = page.point(4, '22:30');
      await page.drag([x, bottom - 4], page.point(4, '23:30'));
      expect(await hoursOn(page, 4)).to.deep.equal(['09:00-20:00', '21:00-23:30']);
    });

    it(`${locale}: ArrowRight moves hours to the day before, which is on the right, and with Shift their start later`, async () => {
      const page = await EditorPage.open({ locale });
      page.get('.column[data-weekday="3"] button.block').focus();
      await sendKeys({ press: 'ArrowRight' });
      await page.settle();
      expect([page.blocks(2).length, page.blocks(3).length]).to.deep.equal([2, 0]);
      await sendKeys({ press: 'ArrowLeft' });
      await page.settle();
      await sendKeys({ press: 'ArrowLeft' });
      await page.settle();
      expect([page.blocks(2).length, page.blocks(3).length, page.blocks(4).length]).to.deep.equal([1, 0, 2]);
      await sendKeys({ press: 'ArrowRight' });
      await page.settle();
      await sendKeys({ press: 'Shift+ArrowLeft' });
      await page.settle();
      expect(await hoursOn(page, 3)).to.deep.equal(['09:30-20:00']);
    });
  }
});
