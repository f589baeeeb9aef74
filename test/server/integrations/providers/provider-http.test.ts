import { expect, test } from 'vitest';
import { createProviderRequest } from '../../../../src/server/integrations/providers/provider-http.ts';

test('calls that failed together wait different times before they are tried again', async () => {
  const waits: number[] = [];
  const request = createProviderRequest({
    provider: 'google',
    apiUrl: 'https://calendar.example',
    fetch: async () => new Response('{}', { status: 503 }),
    schedule: (ms, run) => {
      waits.push(ms);
      run();
    },
    access: async () => 'token',
  });
  const failed = await Promise.allSettled(
    Array.from({ length: 30 }, () => request({ method: 'GET', path: '/events' })),
  );
  expect(failed.map(({ status }) => status)).toEqual(Array(30).fill('rejected'));
  expect(waits).toHaveLength(90);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1200);
  expect(new Set(waits).size).toBeGreaterThan(60);
});
