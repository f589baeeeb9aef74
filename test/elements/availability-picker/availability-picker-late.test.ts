import { expect, waitUntil } from '@open-wc/testing';
import { seed } from '../../../src/mock/index.ts';
import { allInside, inside, textOf } from '../deep.ts';
import { openPicker, settled } from './availability-picker-scene.ts';

const late = { clock: '2025-11-26T10:30:00Z' };
const day = (picker: Element, date: string) => inside(inside(picker, 'cb-month-grid'), `[data-date="${date}"]`);
const heading = (picker: Element) => textOf(inside(inside(picker, 'cb-month-grid'), 'h3'));
const dayShown = (picker: Element) => textOf(inside(inside(picker, 'cb-slot-list'), 'h3'));

describe('cb-availability-picker in the last days of a month', () => {
  it('shows the openings of the next month’s first weeks, and few days that are past', async () => {
    const picker = await openPicker(late);
    expect(heading(picker)).to.equal('Nov – Dec 2025');
    expect(day(picker, '2025-12-03').getAttribute('part')).to.equal('day open');
    const cells = allInside(inside(picker, 'cb-month-grid'), '.day');
    expect(cells.filter((cell) => cell.matches('.past')).length / cells.length).to.be.lessThan(0.1);
  });

  it('shows the times of a day of the next month where the month stands', async () => {
    const picker = await openPicker(late);
    const turned: string[] = [];
    picker.addEventListener('cb-month-change', (event) => turned.push(event.month));
    const { top } = day(picker, '2025-12-03').getBoundingClientRect();
    day(picker, '2025-12-03').click();
    await waitUntil(() => dayShown(picker).includes('3 December'));
    expect(heading(picker)).to.equal('Nov – Dec 2025');
    expect(day(picker, '2025-12-03').getBoundingClientRect().top).to.equal(top);
    inside(inside(picker, 'cb-slot-list'), '.time').click();
    await picker.updateComplete;
    expect(heading(picker)).to.equal('Nov – Dec 2025');
    expect(turned).to.deep.equal([]);
  });

  it('keeps its height when it turns to the next month and back', async () => {
    const picker = await openPicker(late);
    const grid = inside(picker, 'cb-month-grid');
    const { height } = grid.getBoundingClientRect();
    inside(grid, '[part~="next"]').click();
    await settled(picker);
    expect(heading(picker)).to.equal('December 2025');
    expect(grid.getBoundingClientRect().height).to.equal(height);
    inside(grid, '[part~="previous"]').click();
    await settled(picker);
    expect(heading(picker)).to.equal('Nov – Dec 2025');
  });

  it('finds the first opening of the next month where this one has none left', async () => {
    // One hour every four weeks: 17 December is the next.
    const picker = await openPicker({ clock: '2025-11-20T10:00:00Z', coach: seed.coaches.rania });
    expect(dayShown(picker)).to.match(/^Wednesday,? 17 December 2025$/);
    expect(heading(picker)).to.equal('Nov – Dec 2025');
  });

  it('shows the plain month where the next one could not be loaded', async () => {
    const picker = await openPicker({
      ...late,
      answer: (request) =>
        new URL(request.url).searchParams.get('start_date')?.startsWith('2025-11-30')
          ? Promise.resolve(Response.json({ detail: 'no' }, { status: 500 }))
          : undefined,
    });
    await waitUntil(() => heading(picker) === 'November 2025', 'one month is shown', { timeout: 8000 });
    expect(day(picker, '2025-11-27').getAttribute('part')).to.contain('open');
  });
});
