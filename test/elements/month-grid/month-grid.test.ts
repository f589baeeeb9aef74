import 'chai-a11y-axe';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbMonthGrid } from '../../../src/elements/month-grid/month-grid.ts';
import { allInside, focused, inside, once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-month-grid', CbMonthGrid);

const days = new Map([
  ['2025-11-18', 4],
  ['2025-11-19', 0],
  ['2025-11-20', 1],
]);

function november(extra: Partial<CbMonthGrid> = {}) {
  const grid = document.createElement('cb-month-grid') as CbMonthGrid;
  Object.assign(grid, { locale: 'en-GB', month: '2025-11', today: '2025-11-05', days, ...extra });
  return fixture<CbMonthGrid>(grid);
}

const day = (grid: Element, date: string) => inside(grid, `[data-date="${date}"]`);
const tabStops = (grid: Element) => allInside(grid, '.day[tabindex="0"]').map(({ dataset }) => dataset.date);
const focusedDay = () => (focused() as HTMLElement | null)?.dataset.date;

async function press(grid: CbMonthGrid, ...keys: string[]) {
  for (const key of keys) {
    await sendKeys({ press: key });
    await grid.updateComplete;
  }
}

describe('cb-month-grid', () => {
  afterEach(resetMedia);

  it('names each day in full with what is open on it', async () => {
    const grid = await november();
    const label = (date: string) => day(grid, date).getAttribute('aria-label');
    expect(label('2025-11-18')).to.match(/^Tuesday,? 18 November 2025, 4 times open$/);
    expect(label('2025-11-20')).to.match(/^Thursday,? 20 November 2025, 1 time open$/);
    expect(label('2025-11-19')).to.match(/^Wednesday,? 19 November 2025, no times open$/);
    expect(label('2025-11-21')).to.match(/^Friday,? 21 November 2025, closed$/);
    expect(label('2025-11-04')).to.match(/^Tuesday,? 4 November 2025, in the past$/);
  });

  it('says that times are loading while they are', async () => {
    const grid = await november({ days: undefined as never, loading: true });
    expect(day(grid, '2025-11-18').getAttribute('aria-label')).to.match(/, Loading times$/);
    expect(inside(grid, 'table').getAttribute('aria-busy')).to.equal('true');
  });

  it('marks the chosen day, today and past days', async () => {
    const grid = await november({ selected: '2025-11-18' });
    expect(day(grid, '2025-11-18').getAttribute('aria-pressed')).to.equal('true');
    expect(day(grid, '2025-11-18').closest('td')?.getAttribute('aria-selected')).to.equal('true');
    expect(allInside(grid, '[aria-selected="true"]')).to.have.length(1);
    expect(day(grid, '2025-11-05').getAttribute('aria-current')).to.equal('date');
    expect(day(grid, '2025-11-04').getAttribute('aria-disabled')).to.equal('true');
    expect(day(grid, '2025-11-18').getAttribute('part')).to.equal('day open selected');
  });

  it('has one tab stop: the chosen day, else today, else the first open day, else the first', async () => {
    expect(tabStops(await november({ selected: '2025-11-18' }))).to.deep.equal(['2025-11-18']);
    expect(tabStops(await november())).to.deep.equal(['2025-11-05']);
    expect(tabStops(await november({ today: '2025-10-31' }))).to.deep.equal(['2025-11-18']);
    expect(tabStops(await november({ today: '2025-10-31', days: new Map() }))).to.deep.equal(['2025-11-01']);
  });

  const moves: readonly (readonly [key: string, from: string, to: string])[] = [
    ['ArrowRight', '2025-11-18', '2025-11-19'],
    ['ArrowLeft', '2025-11-18', '2025-11-17'],
    ['ArrowDown', '2025-11-18', '2025-11-25'],
    ['ArrowUp', '2025-11-18', '2025-11-11'],
    ['Home', '2025-11-20', '2025-11-17'],
    ['End', '2025-11-18', '2025-11-23'],
    ['PageDown', '2025-11-18', '2025-12-18'],
    ['PageUp', '2025-12-18', '2025-11-18'],
    ['Shift+PageDown', '2025-11-18', '2026-11-18'],
    ['Shift+PageUp', '2026-11-18', '2025-11-18'],
    ['ArrowRight', '2025-11-30', '2025-12-01'],
    ['ArrowLeft', '2025-12-01', '2025-11-30'],
    ['PageDown', '2026-01-31', '2026-02-28'],
  ];
  for (const [key, from, to] of moves) {
    it(`${key} leads from ${from} to ${to}`, async () => {
      const grid = await november({ month: from.slice(0, 7), selected: from });
      grid.focus();
      await press(grid, key);
      expect(focusedDay()).to.equal(to);
      expect(tabStops(grid)).to.deep.equal([to]);
      expect(grid.month).to.equal(to.slice(0, 7));
      expect(grid.selected, 'moving does not choose').to.equal(from);
    });
  }

  it('mirrors the arrows where the page runs right to left', async () => {
    const grid = await november({ selected: '2025-11-18' });
    grid.dir = 'rtl';
    grid.focus();
    await press(grid, 'ArrowLeft');
    expect(focusedDay()).to.equal('2025-11-19');
  });

  it('does not go before the present month', async () => {
    const grid = await november({ selected: '2025-11-18' });
    grid.focus();
    await press(grid, 'PageUp');
    expect(focusedDay()).to.equal('2025-11-18');
    await press(grid, 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(focusedDay()).to.equal('2025-11-01');
    expect(inside(grid, '[part~="previous"]').getAttribute('aria-disabled')).to.equal('true');
    inside(grid, '[part~="previous"]').click();
    expect(grid.month).to.equal('2025-11');
  });

  it('chooses with Enter, Space and a press', async () => {
    const grid = await november({ selected: '2025-11-18' });
    const chosen: string[] = [];
    grid.addEventListener('cb-day-select', (event) => chosen.push(event.day));
    grid.focus();
    await press(grid, 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowLeft', 'ArrowLeft', 'Space');
    day(grid, '2025-11-20').click();
    expect(chosen).to.deep.equal(['2025-11-20', '2025-11-18', '2025-11-20']);
    expect(grid.selected).to.equal('2025-11-20');
  });

  it('says so when a day without times is chosen', async () => {
    const grid = await november();
    setTimeout(() => day(grid, '2025-11-19').click());
    expect((await once(grid, 'cb-day-select')).day).to.equal('2025-11-19');
    const past = await november();
    day(past, '2025-11-04').click();
    await past.updateComplete;
    expect(textOf(inside(past, '[role="status"]'))).to.match(/4 November 2025, in the past$/);
    expect(past.selected).to.equal('');
  });

  it('turns the page and tells which month is shown', async () => {
    const grid = await november();
    setTimeout(() => inside(grid, '[part~="next"]').click());
    expect((await once(grid, 'cb-month-change')).month).to.equal('2025-12');
    await grid.updateComplete;
    const heading = inside(grid, '[part="heading"]');
    expect(textOf(heading)).to.equal('December 2025');
    expect(heading.getAttribute('aria-live')).to.equal('polite');
  });

  it('keeps its buttons at a turn, and makes new ones under the focus, which a screen reader then names', async () => {
    const grid = await november();
    const third = () => inside(grid, 'tbody tr:nth-child(3) .day');
    const before = third();
    grid.month = '2026-01';
    await grid.updateComplete;
    expect(third()).to.equal(before);
    grid.focus();
    await press(grid, 'PageDown');
    expect(focusedDay()).to.match(/^2026-02/);
    expect(third()).not.to.equal(before);
  });

  it('begins the week as the language does', async () => {
    const first = async (locale: string) =>
      inside(await november({ locale }), '[part="weekday"]').getAttribute('aria-label');
    expect(await first('en-GB')).to.equal('Monday');
    expect(await first('en-US')).to.equal('Sunday');
    expect(await first('ar-EG')).to.equal('السبت');
  });

  it('keeps its height from month to month and from loading to loaded', async () => {
    const grid = await november({ loading: true, days: undefined as never });
    const heights = new Set([grid.offsetHeight]);
    grid.loading = false;
    grid.days = days;
    for (const month of ['2025-11', '2026-02', '2026-03', '2027-02', '2026-08']) {
      grid.month = month;
      await grid.updateComplete;
      heights.add(grid.offsetHeight);
    }
    expect([...heights]).to.have.length(1);
  });

  it('fits a 320 px phone with square cells of at least 40 px', async () => {
    await setViewport({ width: 320, height: 640 });
    const grid = await november();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const { width, height } = day(grid, '2025-11-18').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(40);
  });

  for (const scheme of schemes) {
    it(`has no accessibility violations (${scheme})`, async () => {
      await useScheme(scheme);
      await expect(await november({ selected: '2025-11-18' })).to.be.accessible();
      await expect(await november({ loading: true, days: undefined as never })).to.be.accessible();
    });
  }
});

describe('cb-month-grid, late in a month', () => {
  const open = new Map([
    ['2025-11-28', 3],
    ['2025-12-02', 2],
  ]);
  const late = (extra: Partial<CbMonthGrid> = {}) =>
    november({ today: '2025-11-26', from: '2025-11-26', days: open, ...extra });

  it('begins with the present week and goes on into the next month, in as many rows', async () => {
    const grid = await late();
    const dates = allInside(grid, '[data-date]').map(({ dataset }) => dataset.date);
    expect([dates[0], dates.at(-1)]).to.deep.equal(['2025-11-24', '2025-12-31']);
    expect(dates).to.have.length(38);
    expect(allInside(grid, 'tbody tr')).to.have.length(6);
    expect(textOf(inside(grid, 'h3'))).to.equal('Nov – Dec 2025');
    expect(day(grid, '2025-12-01').dataset.month).to.equal('Dec');
    expect(day(grid, '2025-12-02').getAttribute('part')).to.equal('day open');
    await expect(grid).to.be.accessible();
  });

  it('shows few days that are past', async () => {
    const dead = allInside(await late(), '.past');
    expect(dead.map(({ dataset }) => dataset.date)).to.deep.equal(['2025-11-24', '2025-11-25']);
  });

  it('lets the arrow keys walk into the next month without turning the page', async () => {
    const grid = await late();
    grid.focus();
    const turned: string[] = [];
    grid.addEventListener('cb-month-change', (event) => turned.push(event.month));
    await press(grid, 'ArrowDown');
    expect(focusedDay()).to.equal('2025-12-03');
    await press(grid, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(turned).to.deep.equal(['2026-01']);
  });

  it('works out its days once a drawing, not once for each day', async () => {
    const { toISOString } = Date.prototype;
    let written = 0;
    Date.prototype.toISOString = function () {
      written += 1;
      return toISOString.call(this);
    };
    try {
      await late();
    } finally {
      Date.prototype.toISOString = toISOString;
    }
    expect(written).to.be.lessThan(200);
  });

  it('is the whole next month after its button', async () => {
    const grid = await late();
    inside(grid, '[part~="next"]').click();
    await grid.updateComplete;
    expect(textOf(inside(grid, 'h3'))).to.equal('December 2025');
    expect(allInside(grid, '[data-date]')).to.have.length(31);
  });
});
