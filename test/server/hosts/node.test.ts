import { expect, test } from 'vitest';
import { serve } from '../../../src/server/hosts/node.ts';
import { DroppedConnection } from '../../../src/server/http/dropped-connection.ts';

test('listens on this machine alone, on any free port, and knows who calls', async () => {
  const host = await serve(async (_, { address }) => new Response(address), { port: 0 });
  expect(host.url).toBe(`http://127.0.0.1:${host.port}`);
  expect(await (await fetch(host.url)).text()).toBe('127.0.0.1');
  await host.stop();
  await expect(fetch(host.url)).rejects.toThrow(TypeError);
});

test('stopping lets a call under way end', async () => {
  let begun = () => {};
  const isUnderWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const host = await serve(
    async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return new Response('done');
    },
    { port: 0 },
  );
  const reply = fetch(host.url).then((response) => response.text());
  await isUnderWay;
  await Promise.all([host.stop(), expect(reply).resolves.toBe('done')]);
});

test('a port that is taken rejects with its name', async () => {
  const first = await serve(async () => new Response(), { port: 0 });
  await expect(serve(async () => new Response(), { port: first.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: first.port,
  });
  await first.stop();
});

test('a dropped connection has no answer, and the next one has', async () => {
  let calls = 0;
  const host = await serve(
    async () => {
      calls += 1;
      if (calls === 1) throw new DroppedConnection();
      return new Response('back');
    },
    { port: 0 },
  );
  await expect(fetch(host.url, { method: 'POST', body: 'x' })).rejects.toThrow(TypeError);
  expect(await (await fetch(host.url)).text()).toBe('back');
  await host.stop();
});
