import { expect, test } from 'vitest';
import { clientAddress } from '../../../src/server/hosts/client-address.ts';
import { serve } from '../../../src/server/hosts/node.ts';

const remote = '10.0.0.1';

test('without proxies of ours the header is not believed', () => {
  expect(clientAddress(remote, '203.0.113.9', 0)).toBe(remote);
  expect(clientAddress(remote, null, 2)).toBe(remote);
});

test('what a caller writes to the left of what our proxies add is not believed', () => {
  expect(clientAddress(remote, '203.0.113.9', 1)).toBe('203.0.113.9');
  expect(clientAddress(remote, '198.51.100.66, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(clientAddress(remote, '198.51.100.66, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  expect(clientAddress(remote, '203.0.113.9', 2)).toBe('203.0.113.9');
});

test('ports are left out, and what is no address counts as the proxy', () => {
  expect(clientAddress(remote, '203.0.113.9:4711', 1)).toBe('203.0.113.9');
  expect(clientAddress(remote, '[2001:db8::1]:4711', 1)).toBe('2001:db8::1');
  for (const odd of ['unknown', '', 'a, b', '"><script>']) expect(clientAddress(remote, odd, 1)).toBe(remote);
});

test('over HTTP, several headers are read as one list', async () => {
  const host = await serve(async (_, { address }) => new Response(address), {
    port: 0,
    idleGraceMs: 0,
    trustedProxies: 1,
  });
  const headers = new Headers({ 'x-forwarded-for': '198.51.100.66' });
  headers.append('x-forwarded-for', '203.0.113.9');
  expect(await (await fetch(host.url, { headers })).text()).toBe('203.0.113.9');
  await host.stop();
});
