import { expect, test } from 'vitest';
import { callName } from '../../../src/server/http/call-name.ts';

const named = (method: string, path: string, basePath?: string) =>
  callName({ method, url: `http://localhost${path}` }, basePath);

test('a call is named by its row, without ids and without its query', () => {
  expect(named('PATCH', '/booking/42/status')).toBe('PATCH /booking/{booking_id}/status');
  expect(named('DELETE', '/booking/42?reason=private')).toBe('DELETE /booking/{booking_id}');
  expect(named('GET', '/api/v1/coaches', '/api/v1')).toBe('GET /coaches');
});

test('a feed is named without its secret, and an unknown path not at all', () => {
  expect(named('GET', '/calendar/feed/secret.ics')).toBe('GET /calendar/feed/{secret}.ics');
  expect(named('GET', '/calendar/feed/secret')).toBe('GET (no such call)');
  expect(named('GET', '/coaches', '/api/v1')).toBe('GET (no such call)');
});
