import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSlots, isBookable, nextSlots } from '../../../src/domain/availability/slots.ts';
import { startsByOracle } from './oracle.ts';
import { questions, questionsAtTheEnds } from './questions.ts';

// FULL=1 asks ten times as much; CB_TEST_SHARE=0.2 a fifth.
const share = process.env.FULL === '1' ? 10 : Number(process.env.CB_TEST_SHARE ?? 1);
const runs = (usual: number) => ({ numRuns: Math.ceil(usual * share) });
const HOUR = 3_600_000;
const timeout = 900_000;

describe('slots against an independent oracle, any zone, 2015 to 2035', () => {
  it('offers exactly what the oracle offers, looked at every quarter of an hour', { timeout }, () => {
    fc.assert(
      fc.property(questions(15, 40 * HOUR), (question) => {
        const starts = findSlots(question).map(({ start }) => start);
        expect(starts).toEqual(startsByOracle(question));
      }),
      runs(2000),
    );
  });

  it('offers exactly what the oracle offers, looked at every five minutes', { timeout }, () => {
    fc.assert(
      fc.property(questions(5, 20 * HOUR), (question) => {
        const starts = findSlots(question).map(({ start }) => start);
        expect(starts).toEqual(startsByOracle(question));
      }),
      runs(400),
    );
  });

  it('offers exactly what the oracle offers, looked at every minute', { timeout }, () => {
    fc.assert(
      fc.property(questions(1, 6 * HOUR), (question) => {
        const starts = findSlots(question).map(({ start }) => start);
        expect(starts).toEqual(startsByOracle(question));
      }),
      runs(100),
    );
  });

  it('offers exactly what the oracle offers at both ends of what the contract can say', { timeout }, () => {
    const answered = { early: 0, late: 0 };
    fc.assert(
      fc.property(questionsAtTheEnds(15, 40 * HOUR), (question) => {
        const starts = findSlots(question).map(({ start }) => start);
        expect(starts).toEqual(startsByOracle(question));
        if (starts.length > 0) answered[question.range.start < 0 ? 'early' : 'late'] += 1;
      }),
      runs(400),
    );
    expect(Math.min(answered.early, answered.late)).toBeGreaterThan(20 * share);
  });

  it('asks questions of which a good part has an answer, so that agreeing means something', () => {
    const answered = fc.sample(questions(15, 40 * HOUR), 300).filter((question) => findSlots(question).length > 0);
    expect(answered.length).toBeGreaterThan(75);
  });

  it('accepts what it offers and refuses every other start', { timeout }, () => {
    fc.assert(
      fc.property(questions(15, 20 * HOUR), fc.integer({ min: 1, max: 899_999 }), (question, odd) => {
        const offered = new Set(findSlots(question).map(({ start }) => start));
        const { start: from, end } = question.range;
        for (let start = Math.ceil(from / 900_000) * 900_000; start < end; start += 900_000) {
          expect(isBookable(question, start)).toBe(offered.has(start));
          if (start + odd < end) expect(isBookable(question, start + odd)).toBe(offered.has(start + odd));
        }
      }),
      runs(200),
    );
  });

  it('offers the same whether a range is asked for at once or in parts', { timeout }, () => {
    fc.assert(
      fc.property(questions(5, 90 * HOUR), fc.double({ min: 0, max: 1, noNaN: true }), (question, share) => {
        const { start, end } = question.range;
        const middle = Math.floor(start + (end - start) * share);
        const parts = [
          { start, end: middle },
          { start: middle, end },
        ].flatMap((range) => findSlots({ ...question, range }));
        expect(parts).toEqual(findSlots(question));
      }),
      runs(1000),
    );
  });

  it('finds as the next slots the first of the whole two years', { timeout }, () => {
    fc.assert(
      fc.property(questions(5, HOUR), fc.integer({ min: 1, max: 12 }), (question, count) => {
        const after = question.range.start;
        const range = { start: after, end: after + 731 * 24 * HOUR };
        expect(nextSlots(question, count, after)).toEqual(findSlots({ ...question, range }).slice(0, count));
      }),
      runs(60),
    );
  });
});
