import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedTexts, root } from '../../.ci/docs/generated.ts';
import { replaceSection } from '../../.ci/docs/markdown.ts';
import { tokenTable } from '../../.ci/docs/tokens.ts';

// The sizes are measured on a build, which there may not be: `.ci/run` holds them.
const withoutSizes = (file: string, text: string): string =>
  file === 'README.md' ? replaceSection(text, 'sizes', '') : text;

describe('what is generated is up to date (else: npm run docs)', async () => {
  const texts = [...(await generatedTexts())];
  test.each(texts)('%s', (file, text) => {
    // Compared here, not by the matcher: the difference of two long files tells nobody anything.
    const isFresh = withoutSizes(file, readFileSync(join(root, file), 'utf8')) === withoutSizes(file, text);
    expect(isFresh, `${file} is stale: run npm run docs`).toBe(true);
  });
});

describe('the table of tokens', () => {
  const declared = (names: readonly string[]): string =>
    names.map((name) => `--_x: var(${name}, light-dark(a, b));`).join('\n');
  const all = tokenTable(readFileSync(join(root, 'src/elements/styles/tokens.ts'), 'utf8')).map(({ name }) => name);

  test('reads defaults with their parentheses', () => {
    expect(tokenTable(declared(all))[0]).toMatchObject({ name: '--cb-accent', fallback: 'light-dark(a, b)' });
  });

  test('does not let a token pass without words, or words without their token', () => {
    expect(() => tokenTable(declared([...all, '--cb-new']))).toThrow('--cb-new');
    expect(() => tokenTable(declared(all.slice(1)))).toThrow(all[0]);
  });
});
