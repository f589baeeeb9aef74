/**
 * Sends by the present `fetch`: a page or a test may replace it after this module was loaded. Firefox keeps a request alive past the page
 * only where `keepalive` is said to `fetch` itself: that of the request alone is lost with pages that are not kept for the way back.
 */
export const pageFetch = (request: Request): Promise<Response> =>
  globalThis.fetch(request, { keepalive: request.keepalive });
