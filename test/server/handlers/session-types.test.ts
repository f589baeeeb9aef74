import { expect, test } from 'vitest';
import { MAX_SESSION_TYPES } from '../../../src/contract/session-type.ts';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

test('a coach has as many session types as the contract allows, and the refusal of one more names the number', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  const json = { name: 'Hour', minutes: 60, price: null, confirmation: 'coach', questions: null };
  const create = () => call('POST', `/coaches/${seed.coach.id}/session-types`, { token, json });
  const statuses: number[] = [];
  for (let made = 0; made < MAX_SESSION_TYPES; made++) statuses.push((await create()).status);
  expect(new Set(statuses)).toEqual(new Set([201]));
  const { status, body } = await create();
  expect([status, body.code]).toEqual([409, 'too_many_session_types']);
  expect(body.detail).toBe(`A coach may have at most ${MAX_SESSION_TYPES} session types`);
});
