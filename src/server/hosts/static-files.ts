import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A reply with a generated body: a page, a script, a document. */
export function textReply(body: string, extension: keyof typeof types, status = 200): Response {
  const type = types[extension] ?? 'text/plain; charset=utf-8';
  return new Response(body, { status, headers: headersFor(type) });
}

/** The real path of `path` in `folder`; undefined when it does not exist, or leads out of the folder. */
async function findFile(folder: string, path: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    let file = await realpath(join(root, decodeURIComponent(path)));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    // The file does not exist, or the path cannot be decoded.
    return undefined;
  }
}

/**
 * The file at `path` (from a URL, still escaped) under `folder`, with its content type; `index.html` for a folder;
 * undefined when there is none or its type is not used by web pages. Never leaves the folder, not even through a symbolic link.
 */
export async function staticFile(folder: string, path: string): Promise<Response | undefined> {
  const file = await findFile(folder, path);
  const type = file === undefined ? undefined : types[extname(file)];
  if (file === undefined || type === undefined) return undefined;
  return new Response(await readFile(file), { headers: headersFor(type) });
}

function headersFor(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
}
