import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { moveClock } from '../../.ci/test-clock.ts';
import { type AnyBrowser, openAnyBrowser } from './any-page.ts';
import { type Demo, startDemo } from './demo.ts';

const NONCE = 'moved';

/** Before all other scripts of a page: its clock is the demo's, and what goes wrong is kept in `window.wrong`. */
const head = (clockAhead: number) => `<script nonce="${NONCE}">(${moveClock})(${clockAhead}); window.wrong = [];
  addEventListener('error', ({ message }) => window.wrong.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.wrong.push(String(reason)));</script>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

interface MovedSite {
  readonly url: string;
  /** While it is cut off, no request is answered: drivers that cannot set a page offline leave this to the server. */
  cutOff: boolean;
  stop(): void;
}

/**
 * The demo at another address, where each page runs a script first: Playwright's `addInitScript`, for a driver that has none. The demo
 * reads its own address wherever this one is sent, and the browser reads this one.
 */
async function movedSite({ url, clockAhead = 0 }: Demo): Promise<MovedSite> {
  let own = '';
  const toDemo = (text: string) => text.replaceAll(own, url);
  const toBrowser = (text: string) => text.replaceAll(url, own);
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (!['host', 'connection', 'content-length'].includes(name)) headers.set(name, toDemo(String(value)));
    const { method = 'GET' } = request;
    const body = method === 'GET' || method === 'HEAD' ? null : toDemo(await bodyOf(request));
    const answered = await fetch(`${url}${toDemo(request.url ?? '/')}`, { method, headers, body, redirect: 'manual' });
    for (const [name, value] of answered.headers)
      if (!['connection', 'content-encoding', 'content-length', 'transfer-encoding'].includes(name))
        reply.setHeader(name, toBrowser(value).replace('script-src ', `script-src 'nonce-${NONCE}' `));
    const text = toBrowser(await answered.text());
    const policy = answered.headers.get('content-security-policy') ?? 'script-src';
    const runsScripts = answered.headers.get('content-type')?.startsWith('text/html') && policy.includes('script-src');
    reply.writeHead(answered.status).end(runsScripts ? text.replace('<head>', `<head>${head(clockAhead)}`) : text);
  };
  const server = createServer((request, reply) => {
    if (site.cutOff) reply.destroy();
    else answer(request, reply).catch(() => reply.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  own = `http://localhost:${address.port}`;
  const site: MovedSite = { url: own, cutOff: false, stop: () => server.close() };
  return site;
}

interface MovedStage {
  readonly demo: Demo;
  readonly browser: AnyBrowser;
  /** Where the browser finds the demo. */
  readonly url: string;
  /** Answers no request of the browser from now on, or does so again. */
  cutOff(isCut: boolean): void;
}

/** A demo, and a browser of the engine under test, for all tests of a file; after a failed one, a new demo. */
export function useMovedSite(): MovedStage {
  const stage = {} as { demo: Demo; browser: AnyBrowser; url: string; cutOff(isCut: boolean): void };
  let stop = () => {};
  const begin = async () => {
    stage.demo = await startDemo();
    const site = await movedSite(stage.demo);
    const cutOff = (isCut: boolean) => {
      site.cutOff = isCut;
    };
    Object.assign(stage, { url: site.url, cutOff });
    stop = site.stop;
  };
  const end = async () => {
    stop();
    await stage.demo?.stop();
  };
  beforeAll(async () => {
    await begin();
    stage.browser = await openAnyBrowser();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await end();
    await begin();
  });
  afterAll(async () => {
    await stage.browser?.close();
    await end();
  });
  return stage;
}
