import { fileURLToPath } from 'node:url';
import { staticFile } from './static-files.ts';

/** From `src/server/hosts` and from `dist/server/hosts` alike, three folders up is the package. */
const folder = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

/** Chunks have a digest of their build in their names, with a digit where two have one name: what is behind a name never changes. */
const NEVER_CHANGES = /-[\w-]{8}\d?\.js$/;

/**
 * The script-tag build of this version under `/cdn/`, for pages of any origin: `<script type="module" src="https://…/cdn/cb-booking.js">`.
 * `undefined` for every other path, and for files that are not there.
 */
export async function scriptTagFile(request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith('/cdn/') || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
  const file = await staticFile(folder, pathname.slice('/cdn/'.length));
  const cache = NEVER_CHANGES.test(pathname) ? 'public, max-age=31536000, immutable' : 'public, max-age=600';
  file?.headers.set('cache-control', cache);
  // Browsers load a module from another origin only with this header.
  file?.headers.set('access-control-allow-origin', '*');
  file?.headers.set('cross-origin-resource-policy', 'cross-origin');
  return file;
}
