import { HttpResponse, http, type RequestHandler } from 'msw';
import { createMockServer, DroppedConnection, type MockServer } from './index.ts';

/**
 * Handlers for msw 3 that answer every call below `api` (`https://api.example.com/v1`) from a mock server.
 *
 * @example
 * import { bookingHandlers } from '@culturebridge/booking/mock/msw';
 * import { setupWorker } from 'msw/browser';
 *
 * await setupWorker(...bookingHandlers('https://api.example.com')).start();
 */
export function bookingHandlers(api: string, mock: MockServer = createMockServer()): RequestHandler[] {
  const base = api.replace(/\/+$/, '');
  const { pathname } = new URL(base, globalThis.location?.href);
  const prefix = pathname === '/' ? '' : pathname;
  return [
    http.all(`${base}/*`, async ({ request }) => {
      try {
        return await mock.fetch(await below(prefix, request));
      } catch (error) {
        if (error instanceof DroppedConnection) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}

/** The same request at the root path, where a mock without a base path answers. */
async function below(prefix: string, request: Request): Promise<Request> {
  if (prefix === '') return request;
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(prefix.length);
  const { method, headers, signal } = request;
  // `new Request(url, request)` leaves the body out in Firefox, which has no `Request.body`.
  const body = await request.arrayBuffer();
  return new Request(url, { method, headers, signal, ...(body.byteLength > 0 && { body }) });
}
