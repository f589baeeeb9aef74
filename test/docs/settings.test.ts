import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SERVE_HELP } from '../../src/server/hosts/settings.ts';

const root = join(import.meta.dirname, '../..');
const table = readFileSync(join(root, 'docs/server.md'), 'utf8').split('## Settings')[1]?.split('\n## ')[0] ?? '';
const variables = (text: string): string[] => [...new Set(text.match(/\b[A-Z]{4,}(?:_[A-Z]+)*\b/g))].sort();
/** Said by the help of `add-coach`, and on the page of calendars. */
const others = new Set(['BOOKING_PASSWORD', 'CALENDAR_TOKEN_KEYS']);

test('the help of `serve` and the settings in docs/server.md name the same variables', () => {
  const known = (text: string) => variables(text).filter((name) => name.includes('_') && !others.has(name));
  const documented = known(table);
  expect(documented).toContain('BOOKING_SECRET');
  // The docs tell calendars, mail and payments on pages of their own; the help names all.
  expect(known(SERVE_HELP)).toEqual(expect.arrayContaining(documented));
  const elsewhere = ['docs/calendars.md', 'docs/messages.md', 'docs/payments.md']
    .map((page) => readFileSync(join(root, page), 'utf8'))
    .join();
  expect(known(SERVE_HELP).filter((name) => !documented.includes(name) && !elsewhere.includes(name))).toEqual([]);
});
