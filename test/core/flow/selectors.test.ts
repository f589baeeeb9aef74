import { describe, expect, it } from 'vitest';
import { BookingError } from '../../../src/core/errors.ts';
import { draftErrors, isBusy, problemOf, secondsUntilRetry } from '../../../src/core/flow/selectors.ts';
import type { FlowState } from '../../../src/core/flow/state.ts';
import { hourAt } from '../client/raw-server.ts';

const slot = hourAt('2025-11-15T14:00:00Z');
const draft = { notes: '', answers: {} };
const problem = new BookingError({
  kind: 'invalid',
  request: 'POST /booking',
  detail: 'The request is not valid',
  fields: [
    { field: 'body.notes', message: 'too long' },
    { field: 'body.notes', message: 'too loud' },
    { field: 'email', message: 'not an address' },
    { field: 'body.answers.goal', message: 'required' },
    { field: 'body.session_datetime', message: 'in the past' },
  ],
});

describe('field errors', () => {
  it('are sorted to the fields of the draft, the first of each', () => {
    expect(draftErrors(problem)).toEqual({
      notes: 'too long',
      email: 'not an address',
      answers: { goal: 'required' },
      other: [{ field: 'body.session_datetime', message: 'in the past' }],
    });
  });

  it('are none without a problem', () => {
    expect(draftErrors(undefined)).toEqual({ answers: {}, other: [] });
  });
});

describe('the wait before a retry', () => {
  const state: FlowState = { status: 'details', slot, draft, problem, retryAt: 10_000 };

  it('counts down to nothing', () => {
    expect([4_000, 9_001, 10_000, 11_000].map((now) => secondsUntilRetry(state, now))).toEqual([6, 1, 0, 0]);
  });

  it('is nothing where the server asked for none', () => {
    expect(secondsUntilRetry({ status: 'details', slot, draft }, 0)).toBe(0);
  });
});

it('tells when a booking is under way, and what went wrong', () => {
  const attempt = { key: 'k', slot, draft };
  expect(isBusy({ status: 'submitting', slot, draft, attempt })).toBe(true);
  expect(isBusy({ status: 'details', slot, draft })).toBe(false);
  expect(problemOf({ status: 'details', slot, draft, problem })).toBe(problem);
  expect(problemOf({ status: 'choosing', draft })).toBeUndefined();
});
