import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAST_INSTANT_MS, writeInstant } from '../../../src/contract/values.ts';
import { createInstantWriter } from '../../../src/server/availability/instant-writer.ts';

/** The first instant that `readInstant` reads. */
const FIRST_INSTANT_MS = Date.UTC(100, 0, 1);

test('instants are written as writeInstant does, whichever came before', () => {
  const write = createInstantWriter();
  const instant = fc.oneof(
    fc.integer({ min: FIRST_INSTANT_MS, max: LAST_INSTANT_MS }),
    fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
  );
  fc.assert(fc.property(instant, (epochMs) => void expect(write(epochMs)).toBe(writeInstant(epochMs))));
  for (const epochMs of [0, -1, 999, 86_399_999, 86_400_000, -86_400_000, FIRST_INSTANT_MS, LAST_INSTANT_MS]) {
    expect(write(epochMs)).toBe(writeInstant(epochMs));
  }
});
