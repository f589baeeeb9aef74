import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openApiDocument } from '../contract/openapi/openapi.ts';
import { staticFile, textReply } from '../server/hosts/static-files.ts';

const require = createRequire(import.meta.url);

/** The folder of an optional package; `undefined` when it is not installed. */
function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** Both viewers need inline styles and blobs; nothing may be loaded from, or sent to, another host. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; script-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'";

function page(title: string, head: string, body: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>`;
  const reply = textReply(html, '.html');
  reply.headers.set('content-security-policy', policy);
  return reply;
}

function missing(name: string, title: string): Response {
  const reply = page(
    title,
    '',
    `<h1>${title}</h1><p>This page needs the optional package <code>${name}</code>. Run <code>npm install ${name}</code>, start
the server again, and reload. The document itself is at <a href="/openapi.json">/openapi.json</a>.</p>`,
  );
  return new Response(reply.body, { status: 501, headers: reply.headers });
}

const swaggerStart = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: true,
  validatorUrl: null,
});
`;

async function swagger(path: string): Promise<Response | undefined> {
  const folder = packageFolder('swagger-ui-dist');
  if (!folder) return missing('swagger-ui-dist', 'Swagger UI');
  if (path === '') {
    return page(
      'CultureBridge Booking: Swagger UI',
      '<link rel="stylesheet" href="/docs/swagger-ui.css">',
      '<div id="swagger-ui"></div>\n<script src="/docs/swagger-ui-bundle.js"></script>\n<script src="/docs/start.js"></script>',
    );
  }
  return path === '/start.js' ? textReply(swaggerStart, '.js') : staticFile(folder, path);
}

const redocStart = `Redoc.init('/openapi.json', { disableSearch: false, hideDownloadButton: false }, document.getElementById('redoc'));
`;

async function redoc(path: string): Promise<Response | undefined> {
  const folder = packageFolder('redoc');
  if (!folder) return missing('redoc', 'ReDoc');
  if (path === '') {
    return page(
      'CultureBridge Booking: ReDoc',
      '<style>body { margin: 0; }</style>',
      '<div id="redoc"></div>\n<script src="/redoc/redoc.standalone.js"></script>\n<script src="/redoc/start.js"></script>',
    );
  }
  if (path === '/start.js') return textReply(redocStart, '.js');
  if (path !== '/redoc.standalone.js') return undefined;
  const script = await readFile(join(folder, 'bundles', 'redoc.standalone.js'), 'utf8');
  // ReDoc loads its logo from another host; an empty image avoids that request.
  return textReply(script.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'), '.js');
}

async function openApi(): Promise<Response> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  const reply = textReply(JSON.stringify(openApiDocument({ version })), '.json');
  reply.headers.set('access-control-allow-origin', '*');
  return reply;
}

/**
 * Serves the contract for people and tools: `/openapi.json`, Swagger UI at `/docs` and ReDoc at `/redoc`, both from their
 * npm packages. `undefined` for any other path.
 */
export async function documentation(request: Request): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === '/openapi.json') return openApi();
  const [, viewer, path = ''] = /^\/(docs|redoc)(?:\/?$|(\/.+))/.exec(pathname) ?? [];
  if (viewer === 'docs') return swagger(path);
  return viewer === 'redoc' ? redoc(path) : undefined;
}
