import { expect } from '@open-wc/testing';
import { blocksOf } from '../../../../src/elements/availability-editor/week/week-layout.ts';

const hours = (key: string, weekday: number, start: string, end: string, ends_next_day = false) => ({
  key,
  weekday,
  start,
  end,
  ends_next_day,
});
const places = (day: number, ...all: ReturnType<typeof hours>[]) =>
  blocksOf(all, day).map(
    ({ hours: { key }, tail, start, end, lane, lanes }) =>
      `${key}${tail ? ' tail' : ''} ${start}-${end} ${lane}/${lanes}`,
  );

describe('the blocks of a day', () => {
  it('stand alone where they do not overlap, and side by side where they do', () => {
    expect(places(1, hours('a', 1, '09:00', '12:00'), hours('b', 1, '12:00', '13:00'))).to.deep.equal([
      'a 540-720 0/1',
      'b 720-780 0/1',
    ]);
    expect(
      places(
        1,
        hours('a', 1, '09:00', '12:00'),
        hours('b', 1, '10:00', '11:00'),
        hours('c', 1, '11:00', '14:00'),
        hours('d', 1, '15:00', '16:00'),
      ),
    ).to.deep.equal(['a 540-720 0/2', 'b 600-660 1/2', 'c 660-840 1/2', 'd 900-960 0/1']);
  });

  it('end at midnight and go on in the next day, from Sunday to Monday too', () => {
    const night = hours('n', 7, '22:00', '02:00', true);
    expect(places(7, night)).to.deep.equal(['n 1320-1440 0/1']);
    expect(places(1, night)).to.deep.equal(['n tail 0-120 0/1']);
    expect(places(1, hours('m', 7, '22:00', '24:00'))).to.deep.equal([]);
  });

  it('can be seen when they are the wrong way round', () => {
    expect(places(2, hours('w', 2, '14:00', '13:00'))).to.deep.equal(['w 840-855 0/1']);
  });
});
