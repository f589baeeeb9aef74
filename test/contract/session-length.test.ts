import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { LONGEST_SESSION_MINUTES, SHORTEST_SESSION_MINUTES } from '../../src/contract/session-length.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'session-length-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Says everything that depends on the bounds: validation, rules, client, documents, texts. */
const probe = `
import { durationMinutes, availabilityQuery, sessionTypeBody, schedule } from './src/contract/index.ts';
import { openApiDocument } from './src/contract/openapi/openapi.ts';
import { emptySchedule, checkSchedule } from './src/domain/availability/schedule.ts';
import { offersDuration } from './src/domain/availability/slots.ts';
import { splitRange } from './src/core/client/range.ts';
import { editorEnglish } from './src/elements/i18n/editor.ts';
import { readPart } from './src/server/http/validation.ts';

const longest = Number(process.argv[2]);
const empty = emptySchedule('UTC');
const body = (minutes) => 'value' in readPart('body', durationMinutes, minutes);
const query = (minutes) =>
  'value' in readPart('query', availabilityQuery, { start_date: '2025-11-15T00:00:00Z', end_date: '2025-11-16T00:00:00Z', duration_minutes: String(minutes) });
const buffer = (minutes) => 'value' in readPart('body', schedule, { ...empty, buffer_before_minutes: minutes });
const typeBuffer = (minutes) => 'value' in readPart('body', sessionTypeBody, { name: 'Talk', minutes: 60, price: null, confirmation: 'instant', buffer_after_minutes: minutes });
const offers = (minutes) => checkSchedule({ ...empty, durations: [{ minutes }] }).length === 0;
const bounds = (accepts) => [accepts(longest), accepts(longest + 1)];
const [first, second] = splitRange({ start_date: '2025-01-01T00:00:00Z', end_date: '2025-03-01T00:00:00Z' });
console.log(JSON.stringify({
  body: bounds(body),
  query: bounds(query),
  buffer: bounds(buffer),
  typeBuffer: bounds(typeBuffer),
  offers: bounds(offers),
  books: bounds((minutes) => offersDuration(empty, minutes)),
  refusal: readPart('body', durationMinutes, longest + 1).errors[0].message,
  fault: checkSchedule({ ...empty, durations: [{ minutes: longest + 1 }] })[0].message,
  overlap: (Date.parse(first.end_date) - Date.parse(second.start_date)) / 60000,
  help: editorEnglish.sessionsHelp,
  openapi: openApiDocument({ version: '0' }).components.schemas.CreateBooking.properties.duration_minutes.maximum,
}));
`;

function answers(longest: number): unknown {
  writeFileSync(join(copy, 'probe.ts'), probe);
  const file = join(copy, 'src/contract/session-length.ts');
  const text = readFileSync(join(root, 'src/contract/session-length.ts'), 'utf8');
  writeFileSync(
    file,
    text.replace(`LONGEST_SESSION_MINUTES = ${LONGEST_SESSION_MINUTES}`, `LONGEST_SESSION_MINUTES = ${longest}`),
  );
  return JSON.parse(execFileSync(process.execPath, ['probe.ts', String(longest)], { cwd: copy, encoding: 'utf8' }));
}

test('the longest session is said once: one edit changes validation, rules, the client, the document and the texts', () => {
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');

  for (const longest of [LONGEST_SESSION_MINUTES, 600]) {
    expect(answers(longest)).toEqual({
      body: [true, false],
      query: [true, false],
      buffer: [true, false],
      typeBuffer: [true, false],
      offers: [true, false],
      books: [true, false],
      refusal: `must be at most ${longest} minutes`,
      fault: `A session of ${longest + 1} minutes: the length must be ${SHORTEST_SESSION_MINUTES} to ${longest} minutes`,
      overlap: longest,
      help: `With none listed, clients choose any length from ${SHORTEST_SESSION_MINUTES} to ${longest} minutes.`,
      openapi: longest,
    });
  }
});

test('sessions last 15 to 480 minutes', () => {
  expect([SHORTEST_SESSION_MINUTES, LONGEST_SESSION_MINUTES]).toEqual([15, 480]);
});
