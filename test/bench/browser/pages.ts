import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { createMockServer, seed } from '../../../src/mock/index.ts';

const cdn = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

/**
 * The pages that are compared. `ours drawn`: the same page as a server draws it, with the times in it; `ours drawn without scripts`: the
 * same markup as a page that stands still. `static`: a table of buttons without any script, the floor.
 */
export type PageName =
  | 'ours'
  | 'ours from another origin'
  | 'ours drawn'
  | 'ours drawn without scripts'
  | 'cally'
  | 'static';

/** What has to be there and takes a press, by page, as a path through shadow roots. */
export const pressable: Readonly<Record<PageName, readonly (readonly string[])[]>> = {
  ours: paths(),
  'ours from another origin': paths(),
  'ours drawn': paths(true),
  'ours drawn without scripts': paths(true),
  cally: [['calendar-month', 'button[part~=day]']],
  static: [['button.day']],
};

/** Elements that a server drew have names of their own, until the real ones take their place. */
function paths(isDrawn = false): readonly (readonly string[])[] {
  const picker = ['cb-booking', 'cb-availability-picker'];
  const named = (tag: string) => (isDrawn ? `:is(${tag}-drawn, ${tag})` : tag);
  return [
    [...picker, named('cb-month-grid'), '.day'],
    [...picker, named('cb-slot-list'), '.time'],
  ];
}

const frame = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const staticGrid = (): string => {
  const weeks = Array.from({ length: 5 }, (_, week) => Array.from({ length: 7 }, (_, day) => week * 7 + day + 1));
  const cell = (day: number) =>
    `<td><button type="button" class="day" aria-label="${day} November 2025">${day}</button></td>`;
  return `<h2>November 2025</h2><table><tbody>${weeks.map((week) => `<tr>${week.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
};

/** Serves the pages, compressed as a CDN does, and the API by recorded replies; a second port is another origin for the API. */
export interface BenchServer {
  urlOf(page: PageName): string;
  close(): void;
}

const STREAM = 'text/event-stream';

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Starts both ports on 127.0.0.1. The mock answers each request once; later ones get what it said then. */
export async function startBenchServer(): Promise<BenchServer> {
  const mock = createMockServer();
  const replies = new Map<string, Promise<Reply>>();
  const pages = new Map<string, Reply>();
  const keep = (path: string, type: string, text: string | Uint8Array) =>
    pages.set(path, { status: 200, type, body: brotliCompressSync(text) });

  const { outputFiles } = await build({
    stdin: { contents: "import 'cally';", resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  keep('/cally.js', 'text/javascript', outputFiles[0]?.contents ?? '');

  const ask = async (path: string): Promise<Reply> => {
    const answer = await mock.fetch(
      new Request(`http://api.example${path}`, { headers: { accept: 'application/json' } }),
    );
    const type = answer.headers.get('content-type') ?? 'application/json';
    const { status } = answer;
    // The stream of live times says nothing while the bench runs.
    if (type.startsWith(STREAM)) {
      await answer.body?.cancel();
      return { status, type, body: Buffer.alloc(0) };
    }
    return { status, type, body: brotliCompressSync(new Uint8Array(await answer.arrayBuffer())) };
  };

  async function replyTo(path: string): Promise<Reply> {
    const page = pages.get(path);
    if (page) return page;
    if (path === '/ours-drawn') return { status: 200, type: 'text/html', body: drawnNow() };
    if (path.startsWith('/cdn/')) {
      keep(path, 'text/javascript', readFileSync(cdn + path.slice('/cdn/'.length)));
      return replyTo(path);
    }
    const known = replies.get(path) ?? ask(path);
    replies.set(path, known);
    return known;
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    try {
      const { status, type, body } = await replyTo(request.url ?? '/');
      response.writeHead(status, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'no-store' });
      if (type.startsWith(STREAM)) response.flushHeaders();
      else response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };

  const servers = [createServer(answer), createServer(answer)] as const;
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const [own, other] = servers.map(addressOf) as [string, string];

  const widget = (api: string) =>
    frame(
      '<script type="module" src="/cdn/cb-booking.js"></script>',
      `<cb-booking api="${api}" coach="${seed.coaches.ana}"></cb-booking>`,
    );
  const drawn = await drawnWidget(own, (request) => mock.fetch(request));
  const drawnPage = frame(
    '<script type="module" src="/cdn/server-drawn.js"></script><script type="module" src="/cdn/cb-booking.js"></script>',
    drawn,
  );
  keep('/ours-drawn-without-scripts', 'text/html', frame('', drawn));
  /** Read when it is asked for, as a server does: the element asks for older times again. */
  const drawnNow = () =>
    brotliCompressSync(drawnPage.replace(/"at":\d+/, `"at":${Date.now()}`), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    });
  keep('/ours', 'text/html', widget(own));
  keep('/ours-from-another-origin', 'text/html', widget(other));
  keep(
    '/cally',
    'text/html',
    frame(
      '<script type="module" src="/cally.js"></script>',
      '<calendar-date><calendar-month></calendar-month></calendar-date>',
    ),
  );
  keep('/static', 'text/html', frame('', staticGrid()));

  return {
    urlOf: (page) => `${own}/${page.replaceAll(' ', '-')}`,
    close() {
      // In this order: a connection made after the others were closed would keep the process alive.
      for (const server of servers) server.close();
      for (const server of servers) server.closeAllConnections();
    },
  };
}

/** The widget as a server draws it. From the build: Node runs no decorators, which the sources of the elements have. */
async function drawnWidget(api: string, fetch: (request: Request) => Promise<Response>): Promise<string> {
  const { loadBooking, renderBooking } = (await import(
    new URL('../../../dist/ssr/index.js', import.meta.url).href
  )) as typeof import('../../../src/ssr/index.ts');
  return renderBooking({ ...(await loadBooking({ api, coachId: seed.coaches.ana, fetch })), locale: 'en-GB' });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bench server has no port.');
  return `http://127.0.0.1:${address.port}`;
}
