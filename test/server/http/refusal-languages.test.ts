import { expect, test } from 'vitest';
import { ProblemError, problemResponse } from '../../../src/server/http/problem-error.ts';

const answered = async (header: string | null) => {
  const response = problemResponse(new ProblemError('rate_limited', { values: { seconds: 30 } }), header);
  const { detail, code } = await response.json();
  return { detail, code, language: response.headers.get('content-language'), vary: response.headers.get('vary') };
};

const english = 'Too many requests. Try again in 30 seconds';
const german = 'Es gab zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es noch einmal';

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', german, 'de'],
  ['da, de;q=0.7, en;q=0.3', german, 'de'],
  ['en-GB, de;q=0.9', english, null],
  ['da', english, null],
  ['*', english, null],
  ['not a header;;;', english, null],
  [null, english, null],
])('a refusal for %s says its sentence in the language liked best', async (header, detail, language) => {
  expect(await answered(header)).toEqual({ detail, code: 'rate_limited', language, vary: 'Accept-Language' });
});
