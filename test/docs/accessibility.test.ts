import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** WCAG 2.2, level A and AA, all 55 success criteria; 4.1.1 is obsolete and removed. */
const CRITERIA =
  `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
  2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
  3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/);

const rows = readFileSync(join(root, 'docs/accessibility.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, criterion = '', , , result = '', how = '', tests = '']) => ({
    criterion,
    result,
    how,
    tests: tests.split('<br>').filter(Boolean),
  }));

test('the table of accessibility has every criterion once, and each passes or does not apply', () => {
  expect(rows.map(({ criterion }) => criterion)).toEqual(CRITERIA);
  for (const { criterion, result, how } of rows) {
    expect(['pass', 'not applicable'], criterion).toContain(result);
    expect(how, criterion).not.toBe('');
  }
});

test('whatever passes is shown by tests that exist', () => {
  for (const { criterion, result, tests } of rows) {
    if (result === 'pass') expect(tests.length, criterion).toBeGreaterThan(0);
    for (const shown of tests) {
      const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
      const path = join(root, 'test', file);
      expect(existsSync(path), `${criterion}: ${file}`).toBe(true);
      expect(readFileSync(path, 'utf8'), `${criterion}: ${file}`).toContain(name);
    }
  }
});
