import { describe, expect, it } from 'vitest';
import { nearestSlots } from '../../../src/domain/availability/nearest.ts';

const slot = (start: string) => ({ start });
const slots = ['2025-11-15T22:30:00Z', '2025-11-15T23:30:00Z', '2025-11-16T09:00:00Z'].map(slot);

describe('the nearest slots', () => {
  it('come closest first, the earlier of two equally close first', () => {
    const around = ['10:00', '11:00', '13:00', '14:00', '12:30'].map((time) => slot(`2025-11-15T${time}:00Z`));
    expect(nearestSlots(around, '2025-11-15T12:00:00Z', 3).map(({ start }) => start.slice(11, 16))).toEqual([
      '12:30',
      '11:00',
      '13:00',
    ]);
  });

  it('are none for a start that cannot be read, and no more than there are', () => {
    expect(nearestSlots(slots, 'soon', 3)).toEqual([]);
    expect(nearestSlots(slots, '2025-11-15T12:00:00Z', 9)).toHaveLength(3);
  });
});
