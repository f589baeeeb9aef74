import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoSite } from '../../src/mock/demo/site.ts';
import { serve } from '../../src/server/hosts/node.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built Storybook in a folder of the demo, on a free port of this machine. */
export interface StaticStorybook {
  readonly url: string;
  stop(): Promise<void>;
}

/** A story, as the built index lists it. */
export interface Story {
  readonly id: string;
  /** "Coach/Availability editor: Conflict". */
  readonly name: string;
}

/**
 * Builds the Storybook where the demo looks for it, by the script that people run; its folder. Throws with its last words when that
 * fails. `CB_TEST_STORYBOOK=built` takes what is there, for who has built it just now.
 */
export async function buildStorybook(): Promise<string> {
  const folder = join(root, 'storybook-static');
  if (process.env.CB_TEST_STORYBOOK === 'built') return folder;
  const child = spawn('npm', ['run', '--silent', 'storybook:build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`storybook build ended with ${code}:\n${printed.slice(-4000)}`);
  return folder;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

function entriesOf(folder: string): readonly Entry[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return Object.values<Entry>(entries);
}

/** The stories of a built folder. */
export const storiesIn = (folder: string): readonly Story[] =>
  entriesOf(folder)
    .filter(({ type }) => type === 'story')
    .map(({ id, title, name }) => ({ id, name: `${title}: ${name}` }));

/** The pages of documentation of a built folder, in the order of the sidebar: "Guides/Introduction". */
export const pagesIn = (folder: string): readonly Story[] =>
  entriesOf(folder)
    .filter(({ type }) => type === 'docs')
    .map(({ id, title }) => ({ id, name: title }));

/** Serves what was built as the demo does, whose pages link to it. */
export async function serveStorybook(): Promise<StaticStorybook> {
  const answer = async (request: Request): Promise<Response> =>
    (await demoSite(request)) ?? new Response(null, { status: 404 });
  const host = await serve(answer, { port: 0, idleGraceMs: 0 });
  return { url: `${host.url}/storybook`, stop: () => host.stop() };
}
