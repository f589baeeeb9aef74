import { describe, expect, test } from 'vitest';
import { documentation } from '../../src/mock/documentation.ts';

const get = (path: string) => documentation(new Request(`http://localhost:8000${path}`));

describe('the documentation', () => {
  test('has the OpenAPI document, readable from other sites', async () => {
    const reply = await get('/openapi.json');
    expect(reply?.headers.get('access-control-allow-origin')).toBe('*');
    expect(await reply?.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  test.each(['/docs', '/docs/', '/redoc'])('%s is a page whose parts are all served from here', async (path) => {
    const reply = await get(path);
    expect(reply?.status).toBe(200);
    expect(reply?.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = (await reply?.text()) ?? '';
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    const own = parts.filter((address) => !address.startsWith('data:'));
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const address of own) {
      expect(address).toMatch(/^\/(docs|redoc)\//);
      expect((await get(address))?.status, address).toBe(200);
    }
  });

  test('asks no other host for a picture', async () => {
    expect(await (await get('/redoc/redoc.standalone.js'))?.text()).not.toContain('cdn.redoc.ly');
  });

  test('leaves every other path, and every other method, to the API', async () => {
    expect(await get('/booking')).toBeUndefined();
    expect(await get('/docsmore')).toBeUndefined();
    expect(await get('/docs/nothing.js')).toBeUndefined();
    expect(await documentation(new Request('http://localhost/docs', { method: 'POST' }))).toBeUndefined();
  });
});
