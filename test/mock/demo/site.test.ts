import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoSite } from '../../../src/mock/demo/site.ts';

const root = join(import.meta.dirname, '../../..');
const get = (path: string) => demoSite(new Request(`http://localhost:8000${path}`));

describe('the demo site', () => {
  test('has the snippet on its page, and asks no other host for anything', async () => {
    const reply = await get('/');
    expect(reply?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = (await reply?.text()) ?? '';
    expect(html).toContain('<script type="module" src="/cdn/cb-booking.js"></script>');
    expect(html).toContain('<cb-booking api="/" coach="323e4567-e89b-12d3-a456-426614174000">');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    for (const [, address = ''] of html.matchAll(/(?:src|href)="(\/[\w.-]+\.(?:css|svg))"/g)) {
      expect((await get(address))?.status, address).toBe(200);
    }
  });

  test.each(['account', 'coach', 'find-a-coach', 'button', 'two'])(
    'has a page for the other elements, reached from its foot: /%s',
    async (name) => {
      const html = (await (await get(`/${name}`))?.text()) ?? '';
      expect(html).toContain('<script type="module" src="/cdn/cb-booking.js"></script>');
      expect(html).toMatch(/<cb-[a-z-]+[^>]* api="\/"/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      const front = (await (await get('/'))?.text()) ?? '';
      expect(front).toContain(`href="/${name}"`);
      expect(html).toContain(`href="/${name}" aria-current="page"`);
    },
  );

  test('lets pages of other sites load the script', async () => {
    const script = await get('/cdn/cb-booking.js');
    expect(script?.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/'))?.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('serves the examples, with and without the last slash', async () => {
    expect(await (await get('/examples/plain-html/'))?.text()).toContain('<cb-booking');
    const redirect = await get('/examples/plain-html');
    expect(redirect?.headers.get('location')).toBe('http://localhost:8000/examples/plain-html/');
    expect((await get('/examples'))?.status).toBe(302);
  });

  test('leads to Storybook, and says how to build it where it is not', async () => {
    expect(await (await get('/'))?.text()).toContain('href="/storybook/"');
    expect((await get('/storybook'))?.headers.get('location')).toBe('http://localhost:8000/storybook/');
    const html = (await (await get('/storybook/'))?.text()) ?? '';
    expect(html).toMatch(
      existsSync(join(root, 'storybook-static/index.html')) ? /storybook/i : /npm run storybook:build/,
    );
  });

  test('keeps the query when it adds the last slash, instead of redirecting for ever', async () => {
    const location = (await get('/examples/react?x=1'))?.headers.get('location') ?? '';
    expect(location).toBe('http://localhost:8000/examples/react/?x=1');
    expect((await get(location.replace('http://localhost:8000', '')))?.status).toBe(200);
  });

  test.each([
    '/',
    '/account',
    '/coach',
    '/find-a-coach',
    '/button',
    '/two',
    '/calendar-callback/',
    '/examples/plain-html/',
  ])('runs no script but its own on %s, and is in no frame of another site', async (path) => {
    const reply = await get(path);
    const policy = reply?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
    expect(reply?.headers.get('x-content-type-options')).toBe('nosniff');
    const html = (await reply?.text()) ?? '';
    for (const [, code = ''] of html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)) {
      expect(policy).toContain(createHash('sha256').update(code).digest('base64'));
    }
  });

  test.each([
    '/cdn/..%2f..%2fpackage.json',
    '/cdn/%2e%2e%2f%2e%2e%2fpackage.json',
    '/examples/..%2fpackage.json',
    '/..%2f..%2findex.ts',
    '/%00',
    '/%E0%A4%A',
    '/pages',
  ])('never leaves its folders: %s', async (path) => {
    expect(await get(path)).toBeUndefined();
  });

  test('leaves the paths of the API alone', async () => {
    expect(await get('/coaches')).toBeUndefined();
    expect(await get('/booking/coach/1/availability')).toBeUndefined();
    expect(await demoSite(new Request('http://localhost/', { method: 'POST' }))).toBeUndefined();
  });
});
