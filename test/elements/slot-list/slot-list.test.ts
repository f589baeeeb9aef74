import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbSlotList } from '../../../src/elements/slot-list/slot-list.ts';
import { allInside, focused, inside, once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-slot-list', CbSlotList);

const slot = (start: string) => ({ start, end: start, duration_minutes: 60 });
const slots = ['2025-11-18T08:00:00Z', '2025-11-18T08:30:00Z', '2025-11-18T11:00:00Z', '2025-11-18T17:30:00Z'].map(
  slot,
);

function list(extra: Partial<CbSlotList> = {}) {
  const element = document.createElement('cb-slot-list') as CbSlotList;
  const given = { locale: 'en-GB', day: '2025-11-18', timeZone: 'Europe/Berlin', slots };
  return fixture<CbSlotList>(Object.assign(element, given, extra));
}

const times = (element: Element) => allInside(element, '.time').map(textOf);

describe('cb-slot-list', () => {
  afterEach(resetMedia);

  it('names the day in full and groups its times into morning, afternoon and evening', async () => {
    const element = await list();
    expect(textOf(inside(element, '[part="heading"]'))).to.match(/^Tuesday,? 18 November 2025$/);
    const groups = allInside(element, '[role="group"]').map((group) => [
      textOf(inside(element, `#${group.getAttribute('aria-labelledby')}`)),
      [...group.querySelectorAll('.time')].map(textOf),
    ]);
    expect(groups).to.deep.equal([
      ['Morning', ['09:00', '09:30']],
      ['Afternoon', ['12:00']],
      ['Evening', ['18:30']],
    ]);
  });

  it('reads the clock as asked', async () => {
    expect(times(await list({ locale: 'en-US', hour12: true }))[3]).to.match(/^6:30\sPM$/);
    expect(times(await list({ locale: 'en-US', hour12: false }))[3]).to.equal('18:30');
  });

  it('tells the two passes of a repeated hour apart by their offset', async () => {
    const night = ['2025-10-25T23:30:00Z', '2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z', '2025-10-26T02:30:00Z'].map(
      slot,
    );
    const element = await list({ day: '2025-10-26', slots: night });
    expect(times(element)).to.deep.equal(['01:30', '02:30 GMT+2', '02:30 GMT+1', '03:30']);
    const lordHowe = ['2026-04-04T14:30:00Z', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'].map(slot);
    expect(times(await list({ timeZone: 'Australia/Lord_Howe', day: '2026-04-05', slots: lordHowe }))).to.deep.equal([
      '01:30 GMT+11',
      '01:45 GMT+11',
      '01:45 GMT+10:30',
    ]);
  });

  it('chooses with one press and shows what is chosen', async () => {
    const element = await list();
    setTimeout(() => allInside(element, '.time')[2]?.click());
    const event = await once(element, 'cb-slot-select');
    expect(event.slot).to.equal(slots[2]);
    expect(event.timeZone).to.equal('Europe/Berlin');
    await element.updateComplete;
    expect(allInside(element, '[aria-pressed="true"]').map(textOf)).to.deep.equal(['12:00']);
  });

  it('is walked through by Tab and by the arrow keys', async () => {
    const element = await list();
    element.focus();
    expect(focused() === inside(element, 'h3')).to.equal(true);
    const walked: string[] = [];
    for (const key of ['Tab', 'Tab', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp']) {
      await sendKeys({ press: key });
      walked.push(textOf(focused() ?? document.body));
    }
    expect(walked).to.deep.equal(['09:00', '09:30', '12:00', '18:30', '18:30', '12:00']);
  });

  it('says that a day has no times and offers the way on it was given', async () => {
    const element = await list({ slots: [] });
    expect(textOf(inside(element, '[part="empty"]'))).to.match(/^No times open on Tuesday,? 18 November 2025\.$/);
    expect(inside(element, 'slot[name="empty"]')).to.be.instanceOf(HTMLSlotElement);
    expect(textOf(inside(await list({ slots: [], day: '' }), '[part="empty"]'))).to.equal(
      'Choose a day to see its times.',
    );
  });

  it('stands in two columns when wide and in one when narrow', async () => {
    const element = await list();
    const columns = () => {
      const lefts = allInside(element, '.time')
        .slice(0, 2)
        .map((time) => time.getBoundingClientRect().left);
      return new Set(lefts).size;
    };
    element.style.width = '240px';
    expect(columns()).to.equal(2);
    element.style.width = '180px';
    expect(columns()).to.equal(1);
  });

  for (const scheme of schemes) {
    it(`has no accessibility violations (${scheme})`, async () => {
      await useScheme(scheme);
      await expect(await list({ selected: '2025-11-18T11:00:00Z' })).to.be.accessible();
      await expect(await list({ loading: true, day: '' })).to.be.accessible();
      await expect(await list({ slots: [] })).to.be.accessible();
    });
  }
});
