import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { seed } from '../../../src/mock/index.ts';
import { EditorPage } from './availability-editor-page.ts';
import 'chai-a11y-axe';

describe('<cb-availability-editor>, a full schedule', () => {
  before(() => setViewport({ width: 1280, height: 1000 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const view of ['grid', 'list'] as const) {
    it(`takes six intervals a day by its add button (${view}), none of which overlap, and saves them`, async () => {
      const page = await EditorPage.open();
      if (view === 'list') await page.press('[data-view=list]');
      // Sunday has one in the seed.
      for (let added = 1; added < 6; added++) await page.press('[data-add="7"]');
      expect(page.find('[part=overlap]')?.textContent).to.equal(undefined);
      await expect(await page.still()).to.be.accessible();
      await page.save();
      const saved = (await page.storedOn(7)).map(({ start, end }) => `${start}–${end}`).sort();
      expect(saved).to.have.length(6);
      for (const [index, hours] of saved.entries()) {
        const next = saved[index + 1];
        if (next)
          expect(hours.slice(6) <= next.slice(0, 5) && hours.slice(6) !== '24:00', `${hours} before ${next}`).to.equal(
            true,
          );
      }
      await page.press('[data-view=grid]');
      expect(page.blocks(7)).to.have.length(6);
    });
  }

  it('saves hours of every second and of every third week, and shows them so when they are opened again', async () => {
    const page = await EditorPage.open();
    await page.press('.column[data-weekday="7"] button.block');
    await page.press('details summary');
    await page.press('input[name=repeats][value=alternate]');
    await page.press('[data-do=done]');
    await page.save();
    expect(await page.storedOn(7)).to.deep.include({
      weekday: 7,
      start: '09:00',
      end: '20:00',
      every_weeks: 2,
      anchor: '2025-11-09',
    });
    await page.press('.column[data-weekday="7"] button.block');
    await page.fill('input[name=every_weeks]', '3');
    await page.fill('input[name=anchor]', '2025-11-23');
    await page.press('[data-do=done]');
    await page.save();
    const again = await EditorPage.open();
    await again.saveElsewhere({ weekly_hours: (await page.stored()).weekly_hours });
    again.element.coach = seed.coaches.lukas;
    await again.element.updateComplete;
    again.element.coach = seed.coach.id;
    await waitUntil(() => again.blocks(7).length > 0, 'Sunday is there');
    expect(again.blocks(7)[0]).to.match(/3 weeks/i);
    await again.press('.column[data-weekday="7"] button.block');
    expect((again.get('input[name=every_weeks]') as HTMLInputElement).value).to.equal('3');
    expect((again.get('input[name=anchor]') as HTMLInputElement).value).to.equal('2025-11-23');
  });

  it('says it when two trips overlap, at both and on top, saves none of it, and saves once they are apart', async () => {
    const page = await EditorPage.open();
    await page.press('[data-tab=zone]');
    const choose = async (at: number, timeZone: string) => {
      const chosen = Object.assign(new Event('cb-time-zone-change', { bubbles: true }), { timeZone });
      page.all('[part=trip] cb-time-zone-picker')[at]?.dispatchEvent(chosen);
      await page.settle();
    };
    await page.press('[data-do=add]');
    await choose(0, 'Asia/Tokyo');
    await page.press('[data-do=add]');
    await choose(1, 'America/New_York');
    const trips = () => page.all('[part=trip]');
    expect(trips()).to.have.length(2);
    expect(page.find('[part=problems]'), 'a new trip begins after the last one').to.equal(undefined);
    const from = () => trips()[1]?.querySelector<HTMLInputElement>('input[name=from]') as HTMLInputElement;
    const write = async (date: string) => {
      from().value = date;
      from().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      from().dispatchEvent(new Event('change', { bubbles: true }));
      await page.settle();
    };
    await write('2025-11-10');
    expect(page.get('[part=problems]').textContent).to.contain('overlaps');
    expect(trips().some((trip) => trip.querySelector('.error')?.textContent?.includes('overlaps'))).to.equal(true);
    await expect(await page.still()).to.be.accessible();
    await page.press('[data-do=save]');
    expect(page.focused?.id).to.equal('problems');
    expect((await page.stored()).zone_overrides).to.deep.equal([]);
    await write('2025-11-13');
    expect(page.find('[part=problems]')).to.equal(undefined);
    await page.save();
    expect(
      (await page.stored()).zone_overrides.map(({ from: start, time_zone }) => `${start} ${time_zone}`),
    ).to.deep.equal(['2025-11-06 Asia/Tokyo', '2025-11-13 America/New_York']);
  });
});

describe('<cb-availability-editor> in the 288 px of a small phone', () => {
  before(() => setViewport({ width: 320, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('has every control inside its edges, in every view', async () => {
    const page = await EditorPage.open({ width: 288, answer: () => undefined });
    await waitUntil(() => page.find('cb-week-list'), 'the week is not listed');
    const outside = () => {
      const { right } = page.element.getBoundingClientRect();
      // The row of tabs scrolls.
      return page
        .all('button:not([role=tab]), input, select, textarea')
        .filter((control) => control.getBoundingClientRect().right > right)
        .map((control) => control.outerHTML.slice(0, 80));
    };
    for (const tab of ['week', 'exceptions', 'rules', 'zone']) {
      await page.press(`[data-tab=${tab}]`);
      await page.still();
      expect(outside(), tab).to.deep.equal([]);
    }
  });
});
