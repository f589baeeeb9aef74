import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/contract/coach.ts';
import { checkAnswer, checkAnswers } from '../../../src/domain/booking/answers.ts';

const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'q',
  label: 'A question',
  kind,
  required: false,
  ...more,
});

describe('an answer', () => {
  test.each([
    ['text', 200],
    ['long_text', 1000],
  ] as const)('to a question of kind %s has at most %i characters', (kind, most) => {
    expect(checkAnswer(question(kind), 'a'.repeat(most))).toBeUndefined();
    expect(checkAnswer(question(kind), 'a'.repeat(most + 1))).toBe('too_long');
  });

  test('to a question for a phone number has at most 30 characters, and six to fifteen digits', () => {
    const phone = question('phone');
    const spaced = `+49 30 123456${' '.repeat(17)}`;
    expect(spaced).toHaveLength(30);
    expect(checkAnswer(phone, spaced)).toBeUndefined();
    expect(checkAnswer(phone, `${spaced} `)).toBe('too_long');
    expect(['12345', '123456', '1'.repeat(15), '1'.repeat(16)].map((text) => checkAnswer(phone, text))).toEqual([
      'not_a_phone',
      undefined,
      undefined,
      'not_a_phone',
    ]);
  });

  test('is counted as given, choices are from the list, and a required one is not blank', () => {
    expect(checkAnswer(question('choice', { options: ['a'] }), 'b')).toBe('not_an_option');
    expect(checkAnswer(question('yes_no'), 'yes')).toBe('not_yes_or_no');
    expect(checkAnswer(question('text', { required: true }), '  ')).toBe('required');
    expect(checkAnswer(question('text'), '')).toBeUndefined();
  });
});

test('an answer to no question is said to be that', () => {
  expect(checkAnswers([question('text')], { q: 'fine', other: 'x' })).toEqual([{ id: 'other', problem: 'unknown' }]);
});
