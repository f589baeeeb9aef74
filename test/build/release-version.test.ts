import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseVersion, withoutUnreleased } from '../../.ci/release-version.ts';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'culturebridge-release-'));
const read = (file: string): string => readFileSync(join(copy, file), 'utf8');

beforeAll(() => {
  for (const file of ['package.json', 'CHANGELOG.md', '.changeset', 'examples/react/package.json'])
    cpSync(join(root, file), join(copy, file), { recursive: true });
  writeFileSync(
    join(copy, '.changeset/a-test.md'),
    "---\n'@culturebridge/booking': minor\n---\n\nA sentence about a change.\n",
  );
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  releaseVersion(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a release', () => {
  const { version: before } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = String(before).split('.').map(Number);
  const next = `${major}.${Number(minor) + 1}.0`;

  test('raises the version, of the examples too, and uses up the changesets', () => {
    expect(JSON.parse(read('package.json')).version).toBe(next);
    expect(JSON.parse(read('examples/react/package.json')).dependencies['@culturebridge/booking']).toBe(next);
    expect(readdirSync(join(copy, '.changeset')).sort()).toEqual(['README.md', 'config.json']);
  });

  test('heads the changelog with its own section: changesets first, then what was written by hand', () => {
    const sections = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const earlier = [...readFileSync(join(root, 'CHANGELOG.md'), 'utf8').matchAll(/^## (\d.*)$/gm)].map(
      ([, title]) => title,
    );
    expect(sections).toEqual([next, ...earlier]);
    const [, section = ''] = read('CHANGELOG.md').split(/^## .*$/m);
    expect(section).toContain('A sentence about a change.');
    const [, unreleased = ''] =
      /## Unreleased\n([\s\S]*?)(?=\n## )/.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
    expect(section).toContain(unreleased.trim());
  });
});

test('a changelog without unreleased lines, and one with a first version, keep every line', () => {
  const without = '# Changelog\n\n## 0.2.0\n\n- b\n\n## 0.1.0\n\n- a\n';
  expect(withoutUnreleased(without)).toBe(without);
  expect(withoutUnreleased('# Changelog\n\n## Unreleased\n\n- c\n\n## 0.2.0\n\n- b\n\n## 0.1.0\n\n- a\n')).toBe(
    '# Changelog\n\n## 0.2.0\n\n- b\n\n- c\n\n## 0.1.0\n\n- a\n',
  );
  expect(withoutUnreleased('# Changelog\n\n## Unreleased\n\n- c\n\n## 0.2.0\n\n- b\n')).toBe(
    '# Changelog\n\n## 0.2.0\n\n- b\n\n- c\n',
  );
});
