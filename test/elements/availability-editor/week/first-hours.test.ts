import { expect } from '@open-wc/testing';
import type { WeeklyHours } from '../../../../src/contract/schedule.ts';
import { firstHours } from '../../../../src/elements/availability-editor/week/first-hours.ts';

const MONDAY = 1;
const hours = (start: string, end: string, weekday = MONDAY, ends_next_day = false): WeeklyHours => ({
  weekday,
  start,
  end,
  ends_next_day,
});
const added = (...known: WeeklyHours[]) => {
  const { start, end } = firstHours(known, MONDAY);
  return `${start}–${end}`;
};

describe('new hours of a day', () => {
  it('are a working day at first, and then two hours after an hour of pause', () => {
    expect(added()).to.equal('09:00–17:00');
    expect(added(hours('10:00', '12:00', 2))).to.equal('09:00–17:00');
    expect(added(hours('09:00', '12:10'))).to.equal('13:30–15:30');
    expect(added(hours('09:00', '21:00'))).to.equal('22:00–24:00');
  });

  it('are in the longest gap where the day ends before, and never over others', () => {
    expect(added(hours('09:00', '17:00'), hours('18:00', '23:30'))).to.equal('06:00–08:00');
    expect(added(hours('01:00', '12:00'), hours('14:00', '24:00'))).to.equal('12:00–14:00');
    expect(added(hours('00:00', '23:30'))).to.equal('23:30–24:00');
  });

  it('leave out what hours of the day before take after midnight', () => {
    expect(added(hours('20:00', '07:00', 7, true), hours('08:00', '23:30'))).to.equal('07:00–08:00');
  });

  it('overlap on a full day alone', () => {
    expect(added(hours('00:00', '24:00'))).to.equal('23:00–24:00');
  });
});
