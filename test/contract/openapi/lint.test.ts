import { fileURLToPath } from 'node:url';
import { lint, loadConfig } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

const file = fileURLToPath(new URL('../../../openapi.json', import.meta.url));

test('the document keeps the recommended rules of Redocly, but for the paths named in .redocly.lint-ignore.yaml', async () => {
  const config = await loadConfig();
  const found = (await lint({ ref: file, config })).map(({ ruleId, message, location, ignored }) => ({
    ignored: ignored === true,
    what: `${ruleId} ${location[0]?.pointer}: ${message}`,
  }));
  expect(found.filter(({ ignored }) => !ignored).map(({ what }) => what)).toEqual([]);
  // An exception that nothing needs is left out of the file.
  expect(found.length).toBe(5);
}, 60_000);
