import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PostedBooking } from '../../contract/forms/booking-form.ts';
import { textReply } from '../../server/hosts/static-files.ts';
import type { MockServer } from '../index.ts';
import { withPagePolicy } from './page-policy.ts';

/** The demo's main page, with the times in it. */
interface DrawnPage {
  /** Answers the page's address; undefined for others, and where the server cannot draw. */
  answer(request: Request): Promise<Response | undefined>;
  /** The same page as the answer to its form. */
  answerForm(posted: PostedBooking, request: Request): Promise<Response>;
}

const source = new URL('./pages/index.html', import.meta.url);

/** Loaded from the build, as `/cdn/` is: Node cannot run the decorators in the sources of the elements. */
const drawing = new URL('../../../dist/ssr/index.js', import.meta.url);

/** The element, its attributes and its content. */
const ELEMENT = /<cb-booking\b([^>]*)>([\s\S]*?)<\/cb-booking>/;

const SCRIPT = '<script type="module" src="/cdn/cb-booking.js">';
/** Loaded before the script that defines the elements: it keeps the drawn markup until the element shows the same. */
const TAKING_OVER = '<script type="module" src="/cdn/server-drawn.js"></script>\n    ';

/** Draws the demo's main page with the mock's coach and times. The renderer is loaded at the first request. */
export function createDrawnPage(mock: () => MockServer | undefined): DrawnPage {
  const write = async (server: MockServer, request: Request, posted?: PostedBooking): Promise<string> => {
    const [html, { loadBooking, renderBooking }] = await Promise.all([
      readFile(source, 'utf8'),
      import(drawing.href) as Promise<typeof import('../../ssr/index.ts')>,
    ]);
    const [, attributes = '', fallback = ''] = ELEMENT.exec(html) ?? [];
    const { api = '/', coach = '' } = Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const { origin, searchParams: query } = new URL(request.url);
    const loaded = await loadBooking({
      api: origin,
      coachId: coach,
      fetch: (call) => server.fetch(call),
      query,
      around: posted?.fields.start,
      now: server.clock.now(),
    });
    const drawn = await renderBooking({
      ...loaded,
      api,
      locale: /<html lang="([^"]*)"/.exec(html)?.[1] ?? 'en',
      page: '/#book',
      action: '/booking#book',
      posted,
      fallback,
    });
    return html.replace(SCRIPT, TAKING_OVER + SCRIPT).replace(ELEMENT, () => drawn);
  };
  let told = false;
  return {
    async answer(request) {
      const { pathname } = new URL(request.url);
      const server = mock();
      if (
        !server ||
        !existsSync(drawing) ||
        pathname !== '/' ||
        (request.method !== 'GET' && request.method !== 'HEAD')
      )
        return undefined;
      try {
        return await withPagePolicy(textReply(await write(server, request), '.html'));
      } catch (error) {
        if (!told)
          console.error(`The main page is sent without times in it: ${error instanceof Error ? error.message : error}`);
        told = true;
        return undefined;
      }
    },
    async answerForm(posted, request) {
      const server = mock();
      if (!server) return new Response(null, { status: 503 });
      return withPagePolicy(textReply(await write(server, request, posted), '.html'));
    },
  };
}
