import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const own = fileURLToPath(new URL('..', import.meta.url));

/**
 * The changelog after `changeset version`: the text under "Unreleased", written by hand, moves to the end of the version below it, whose
 * section is then the first.
 */
export function withoutUnreleased(changelog: string): string {
  const [, before = '', unreleased = '', version = '', after = ''] =
    /^([\s\S]*?)## Unreleased\n([\s\S]*?)(## \d[\s\S]*?\n)(?=## |$(?![\s\S]))([\s\S]*)$/.exec(changelog) ?? [];
  if (version === '') return changelog;
  return `${before}${version.trimEnd()}\n${unreleased.trim() && `\n${unreleased.trim()}\n`}${after && `\n${after}`}`;
}

/** Turns the files in `.changeset/` into a version and its section of the changelog; the examples take that version. */
export function releaseVersion(root: string): string {
  execFileSync(join(own, 'node_modules/.bin/changeset'), ['version'], { cwd: root, stdio: 'inherit' });
  const changelog = join(root, 'CHANGELOG.md');
  writeFileSync(changelog, withoutUnreleased(readFileSync(changelog, 'utf8')));
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const named = new RegExp(`(?<="${name}": ")\\d[^"]*`);
  for (const file of globSync('examples/*/package.json', { cwd: root })) {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(named, version));
  }
  return version;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(`Version ${releaseVersion(resolve(process.argv[2] ?? own))}`);
