import { expect, test } from 'vitest';
import { endpoints } from '../../src/contract/endpoints.ts';
import { callers, rights, tryRights } from './rights.ts';

test('every endpoint has a row that says who is let in', () => {
  expect(Object.keys(rights).sort()).toEqual(Object.keys(endpoints).sort());
});

test('each of ten callers is let in exactly where the row says so', async () => {
  const cells = await tryRights();
  expect(cells).toHaveLength(Object.keys(endpoints).length * callers.length);
  const wrong = cells.filter(({ isRight }) => !isRight);
  expect(
    wrong.map(({ endpoint, caller, status, mayEnter }) => `${endpoint} ${caller}: ${status}, ${mayEnter}`),
  ).toEqual([]);
}, 180_000);
