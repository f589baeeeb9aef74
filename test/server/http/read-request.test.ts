import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../src/contract/endpoints.ts';
import { readRequest } from '../../../src/server/http/read-request.ts';

/** A request as Firefox makes it: `body` is not there, the bytes are. */
function inFirefox(body: string): Request {
  const request = new Request('http://localhost/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  Object.defineProperty(request, 'body', { value: undefined });
  return request;
}

describe('a request without a stream, as in Firefox', () => {
  test('is read all the same', async () => {
    const body = { email: 'client@example.com', password: 'password123' };
    expect(await readRequest(endpoints.logIn, inFirefox(JSON.stringify(body)), {})).toEqual({ body });
  });

  test('is refused when its body is too large', async () => {
    const large = inFirefox(JSON.stringify({ email: 'x'.repeat(64 * 1024) }));
    await expect(readRequest(endpoints.logIn, large, {})).rejects.toMatchObject({ code: 'body_too_large' });
  });
});
