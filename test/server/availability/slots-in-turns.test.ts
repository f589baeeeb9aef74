import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSlots } from '../../../src/domain/availability/slots.ts';
import { createSlotFinder } from '../../../src/server/availability/slots-in-turns.ts';
import { questions } from '../../domain/availability/questions.ts';

const DAY_MS = 86_400_000;

test('finds what one look finds, over weeks and up to any number', async () => {
  await fc.assert(
    fc.asyncProperty(questions(15, 20 * DAY_MS), fc.integer({ min: 1, max: 60 }), async (question, enough) => {
      const all = findSlots(question);
      const finder = createSlotFinder();
      expect(await finder.find(question)).toEqual(all);
      expect(await finder.find(question, enough)).toEqual(all.slice(0, enough));
    }),
    { numRuns: 200 },
  );
}, 120_000);
