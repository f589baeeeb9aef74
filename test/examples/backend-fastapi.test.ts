import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { checkBackend } from '../../src/server/conformance/check-backend.ts';
import { verdictOn } from '../../src/server/conformance/finding.ts';
import {
  CLIENTS,
  type Exchange,
  exampleHash,
  hasPackages,
  PASSWORD,
  replay,
  startExample,
  type TranscriptHead,
  transcriptFile,
} from './fastapi-backend.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const [head, ...exchanges] = readFileSync(transcriptFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line)) as [TranscriptHead, ...Exchange[]];

/** The example itself where its packages are, else its transcript at the time of the recording. */
async function open() {
  if (hasPackages()) return { ...(await startExample()), fetch: globalThis.fetch };
  let made = 0;
  vi.useFakeTimers({ toFake: ['Date'], now: head.now });
  vi.spyOn(crypto, 'randomUUID').mockImplementation(
    () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  );
  return { api: head.api, fetch: replay(exchanges), stop: () => undefined };
}

test('the FastAPI example passes the check, two clients racing included, in fewer than 150 lines', async () => {
  const { api, fetch, stop } = await open();
  const [account, other] = CLIENTS.map((email) => ({ email, password: PASSWORD }));
  const findings = await checkBackend({ api, fetch, account, other: { account: other }, book: true });
  stop();
  const bad = findings.filter(
    ({ verdict, need }) => verdict === 'wrong' || (verdict === 'missing' && need === 'booking'),
  );
  expect(bad).toEqual([]);
  expect(findings).toContainEqual(expect.objectContaining({ what: 'two bookings at once', verdict: 'ok' }));
  expect(verdictOn(findings)).toBe('books');
  const source = readFileSync(new URL('../../examples/backend-fastapi/main.py', import.meta.url), 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThan(150);
});

test('the transcript is that of the example as it is', () => {
  expect(head.example, 'record it again: test/examples/record-backend-fastapi.ts').toBe(exampleHash());
});
