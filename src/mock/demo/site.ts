import { fileURLToPath } from 'node:url';
import { staticFile, textReply } from '../../server/hosts/static-files.ts';
import { withPagePolicy } from './page-policy.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package is three folders above both `src/mock/demo` and `dist/mock/demo`. */
const places: readonly (readonly [prefix: string, folder: string])[] = [
  ['/cdn/', folder('../../../dist/cdn/')],
  ['/examples/', folder('../../../examples/pages/')],
  ['/examples/', folder('../../../dist/examples/')],
  ['/', folder('./pages/')],
];

const storybookFolder = folder('../../../storybook-static/');

/** Storybook as a site: `npm run storybook:build` in the repository makes it, and the published package does without. */
async function storybook(pathname: string): Promise<Response> {
  const file = await staticFile(storybookFolder, pathname.slice('/storybook/'.length));
  const absent =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Storybook</title>' +
    '<p>Storybook is not built here. In the repository, run <code>npm run storybook:build</code>, then reload.</p></html>\n';
  return file ?? textReply(absent, '.html', 404);
}

const notBuilt = 'throw new Error("The widget is not built: run npm run build, then reload.");\n';

/**
 * Serves the demo: a coach's website at `/` with the widget on it, pages for every other element beside it, the script-tag
 * build under `/cdn/`, the examples, and Storybook under `/storybook/`. Undefined for other paths.
 */
export async function demoSite(request: Request): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === '/examples') return Response.redirect(new URL('/examples/', request.url), 302);
  if (pathname.startsWith('/storybook/')) return storybook(pathname);
  // Without its final slash, a folder's address breaks the page's relative addresses.
  if (/^\/(examples\/[^.]*[^/]|storybook)$/.test(pathname)) {
    const folderAddress = new URL(request.url);
    folderAddress.pathname += '/';
    return Response.redirect(folderAddress, 302);
  }
  let file: Response | undefined;
  for (const [prefix, root] of places) {
    if (pathname.startsWith(prefix)) file ??= await staticFile(root, pathname.slice(prefix.length));
  }
  if (pathname === '/cdn/cb-booking.js') file ??= textReply(notBuilt, '.js');
  // Browsers load a module script on a page of another origin only with this header.
  if (pathname.startsWith('/cdn/')) file?.headers.set('access-control-allow-origin', '*');
  // The example has Vue's build that compiles its template in the browser, so that the page shows the template as it is written.
  return file && withPagePolicy(file, { makesFunctions: pathname.startsWith('/examples/vue/') });
}
