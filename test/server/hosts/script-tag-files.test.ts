import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scriptTagFile } from '../../../src/server/hosts/script-tag-files.ts';

const folder = new URL('../../../dist/cdn/', import.meta.url);
const ask = (path: string, method = 'GET') => scriptTagFile(new Request(`https://api.example.com${path}`, { method }));

test('serve hosts the script tag of its own version, for pages of any origin', async () => {
  const reply = await ask('/cdn/cb-booking.js');
  expect(await reply?.text()).toBe(readFileSync(new URL('cb-booking.js', folder), 'utf8'));
  expect(reply?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(reply?.headers.get('access-control-allow-origin')).toBe('*');
  expect(reply?.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(reply?.headers.get('cache-control')).toBe('public, max-age=600');
});

test('a chunk, whose name changes with its content, is kept by browsers', async () => {
  const [chunk] = readdirSync(folder).filter((name) => /^first-look-.*\.js$/.test(name));
  expect((await ask(`/cdn/${chunk}`))?.headers.get('cache-control')).toContain('immutable');
});

test('all else is for the contract', async () => {
  for (const path of ['/health', '/cdn/', '/cdn/none.js', '/cdn/../package.json', '/cdn/%2e%2e/index.js'])
    expect(await ask(path), path).toBe(undefined);
  expect(await ask('/cdn/cb-booking.js', 'POST')).toBe(undefined);
});
