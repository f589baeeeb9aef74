import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Interval,
  intersect,
  normalise,
  overlaps,
  subtract,
  union,
} from '../../../src/domain/availability/interval.ts';

const span = (start: number, end: number): Interval => ({ start, end });
const small = fc.array(
  fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 6 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 8 },
);
/** The whole moments of 0 to 40 that lie in any of the intervals. */
const moments = (intervals: readonly Interval[]) =>
  Array.from({ length: 40 }, (_, at) => at).filter((at) => intervals.some(({ start, end }) => start <= at && at < end));

describe('intervals', () => {
  it('joins what overlaps and what touches, and leaves out what is empty', () => {
    expect(normalise([span(5, 7), span(1, 3), span(3, 4), span(9, 9), span(6, 8)])).toEqual([span(1, 4), span(5, 8)]);
  });

  it('takes touching for no overlap', () => {
    expect(overlaps(span(1, 2), span(2, 3))).toBe(false);
    expect(overlaps(span(1, 3), span(2, 4))).toBe(true);
  });

  it('cuts holes at either end and in the middle', () => {
    expect(subtract([span(0, 10)], [span(0, 1), span(4, 6), span(9, 12)])).toEqual([span(1, 4), span(6, 9)]);
    expect(subtract([span(0, 2), span(4, 6)], [span(1, 5)])).toEqual([span(0, 1), span(5, 6)]);
  });

  it('holds the moments that set arithmetic says, and no empty or touching pieces', () => {
    fc.assert(
      fc.property(small, small, (some, others) => {
        const [a, b] = [normalise(some), normalise(others)];
        const [inA, inB] = [new Set(moments(some)), new Set(moments(others))];
        const all = Array.from({ length: 40 }, (_, at) => at);
        expect(moments(union(some, others))).toEqual(all.filter((at) => inA.has(at) || inB.has(at)));
        expect(moments(intersect(a, b))).toEqual(all.filter((at) => inA.has(at) && inB.has(at)));
        expect(moments(subtract(a, b))).toEqual(all.filter((at) => inA.has(at) && !inB.has(at)));
        for (const result of [union(some, others), intersect(a, b), subtract(a, b)]) {
          expect(normalise(result)).toEqual(result);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
