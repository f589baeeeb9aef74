import { expect } from '@open-wc/testing';
import { arrowChange } from '../../../../src/elements/availability-editor/week/arrow-change.ts';
import { drag } from '../../../../src/elements/availability-editor/week/week-drag.ts';

const morning = { weekday: 2, start: 540, end: 720 };
const night = { weekday: 7, start: 1320, end: 1560 };

describe('a drag on the week', () => {
  it('on empty space makes hours from the step that was pressed to the one it reached, in either direction', () => {
    const pressed = { weekday: 3, start: 610, end: 610 };
    const at = (minutes: number) => ({ weekday: 3, minutes });
    expect(drag('empty', pressed, at(610), at(705), 30)).to.deep.equal({ weekday: 3, start: 600, end: 720 });
    expect(drag('empty', pressed, at(610), at(500), 30)).to.deep.equal({ weekday: 3, start: 480, end: 630 });
    expect(drag('empty', pressed, at(1435), at(1440), 30)).to.deep.equal({ weekday: 3, start: 1410, end: 1440 });
  });

  it('moves hours by whole steps, to another day too, and keeps them on it', () => {
    const from = { weekday: 2, minutes: 600 };
    expect(drag('body', morning, from, { weekday: 4, minutes: 644 }, 30)).to.deep.equal({
      weekday: 4,
      start: 570,
      end: 750,
    });
    expect(drag('body', morning, from, { weekday: 2, minutes: 1440 }, 30)).to.deep.equal({
      weekday: 2,
      start: 1260,
      end: 1440,
    });
    expect(drag('body', night, from, { weekday: 1, minutes: 540 }, 30)).to.deep.equal({
      weekday: 1,
      start: 1260,
      end: 1500,
    });
  });

  it('resizes by an edge, never below a step', () => {
    const from = { weekday: 2, minutes: 720 };
    expect(drag('end', morning, from, { weekday: 2, minutes: 815 }, 30).end).to.equal(810);
    expect(drag('end', morning, from, { weekday: 2, minutes: 100 }, 30).end).to.equal(570);
    expect(drag('start', morning, from, { weekday: 2, minutes: 800 }, 30).start).to.equal(690);
    expect(drag('start', night, from, { weekday: 7, minutes: 0 }, 30).start).to.equal(120);
  });

  it('ends past midnight where it reaches into the small hours of the next day, not where a hand swerves', () => {
    const evening = { weekday: 7, start: 1200, end: 1380 };
    const from = { weekday: 7, minutes: 1380 };
    expect(drag('end', evening, from, { weekday: 1, minutes: 90 }, 30).end).to.equal(1530);
    expect(drag('end', evening, from, { weekday: 1, minutes: 1290 }, 30).end).to.equal(1290);
  });
});

describe('an arrow key on hours', () => {
  const hours = { weekday: 7, start: '09:00', end: '12:00' };
  const press = (key: string, shiftKey = false, rtl = false) =>
    arrowChange(hours, { key, shiftKey }, { step: 30, rtl });

  it('moves them, with Shift their edges', () => {
    expect(press('ArrowDown')).to.include({ start: '09:30', end: '12:30' });
    expect(press('ArrowUp', true)).to.include({ start: '09:00', end: '11:30' });
    expect(press('ArrowLeft', true)).to.include({ start: '08:30', end: '12:00' });
    expect(press('Tab')).to.equal(undefined);
  });

  it('goes round the week, the other way where the page runs right to left', () => {
    expect(press('ArrowRight')).to.deep.equal({ weekday: 1 });
    expect(press('ArrowRight', false, true)).to.deep.equal({ weekday: 6 });
  });
});
