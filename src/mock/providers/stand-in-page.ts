import { escapeHtml } from '../../server/http/escape-html.ts';

/** A page of a stand-in: plain HTML without a script. `body` is HTML, in which foreign text must be escaped. */
export function standInPage(title: string, body: string, status: number): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
.notice { border: 2px solid; border-radius: .5rem; padding: .75rem 1rem; font-weight: 600 }
h1 { font-size: 1.4rem; line-height: 1.3 }
label { display: block; font-weight: 600 }
input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem }
.buttons { display: flex; gap: .75rem }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.5rem; cursor: pointer }
</style></head><body><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    },
  });
}
