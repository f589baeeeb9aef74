/** Bodies that no backend should send. */
export const hostile: readonly string[] = [
  '',
  'null',
  '[]',
  '{}',
  '"text"',
  '{',
  'NaN',
  '<html></html>',
  '\0\0\0',
  `${'['.repeat(50_000)}`,
  `{"detail":${JSON.stringify('x'.repeat(1_000_000))}}`,
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"coach_id":"a","available_slots":[{"start":"never","end":"never","duration_minutes":60}]}',
  '{"coach_id":"a","available_slots":[{"start":"9999-12-31T23:00:00Z","end":"9999-12-31T23:59:59Z","duration_minutes":60}]}',
  '{"bookings":[{"id":"a","client_id":"b","coach_id":"c","session_datetime":"2025-02-30T00:00:00Z","duration_minutes":1e99,"status":"?"}],"total":-1}',
  '{"detail":{"a":[1,{"b":null}]}}',
  '{"detail":[{"loc":[null],"msg":7}]}',
  '{"error":{"code":{},"message":[]}}',
  '{"access_token":7,"expires_in":"soon"}',
  '{"user_id":"a","name":{"toString":"x"},"time_zone":"Mars/Phobos","photo_url":"javascript:alert(1)"}',
];
/** Headers they come with. */
export const headersOf: readonly Record<string, string>[] = [
  { 'content-type': 'application/json' },
  { 'content-type': 'text/html' },
  {},
  { 'content-type': 'application/json', 'retry-after': '-1' },
  { 'content-type': 'application/problem+json', 'retry-after': '99999999999' },
  { 'content-type': 'application/json', etag: '\u00ff' },
];
/** Statuses they come with. */
export const statuses: readonly number[] = [200, 201, 202, 204, 302, 400, 401, 404, 409, 418, 429, 500, 503, 599];
