import { describe, expect, it } from 'vitest';
import { type SessionTypeBody, sessionTypeBody } from '../../../src/contract/session-type.ts';
import {
  draftOfType,
  newDraft,
  questionId,
  type TypeDraft,
  typeBody,
  typeFaults,
} from '../../../src/core/session-types/type-draft.ts';
import { seedSessionTypes } from '../../../src/mock/seed/session-types.ts';

const whole: SessionTypeBody = {
  name: 'A walk',
  description: 'Ninety minutes on foot.',
  minutes: 90,
  price: { amount: 8950, currency: 'EUR' },
  tax_note: 'incl. 19 % VAT',
  location: { kind: 'place', detail: 'Tiergarten, Berlin' },
  questions: [
    { id: 'goal', label: 'Your goal', kind: 'text', required: true, help: 'A line' },
    { id: 'pace', label: 'Pace', kind: 'choice', required: false, options: ['slow', 'quick'] },
  ],
  buffer_before_minutes: 10,
  buffer_after_minutes: 0,
  minimum_notice_minutes: 1440,
  booking_window: { kind: 'rolling', days: 60 },
  daily_limit: 2,
  weekly_limit: 6,
  confirmation: 'instant',
  colour: '#1f6f78',
  hidden: true,
  position: 4,
  archived: false,
  hold_minutes: 20,
  refunds: { full_until_minutes: 2880, part: { until_minutes: 90, percent: 50 } },
};

describe('the draft of a session type', () => {
  it('gives back what it was filled from', () => {
    expect(typeBody(draftOfType(whole), whole)).toEqual(whole);
    expect(typeFaults(draftOfType(whole)).size).toBe(0);
  });

  it.each(seedSessionTypes.map((type) => [type.name, type] as const))(
    'keeps what %s means',
    (_, { id, coach_id, ...type }) => {
      const body = typeBody(draftOfType(type), type);
      expect(typeFaults(draftOfType(type)).size).toBe(0);
      expect(sessionTypeBody.parse(body)).toMatchObject({ name: type.name, minutes: type.minutes, price: type.price });
      expect(typeBody(draftOfType(body), body)).toEqual(body);
    },
  );

  it('keeps a window that it has no field for, until another is written', () => {
    const until = { ...whole, booking_window: { kind: 'until', date: '2026-01-31' } } as const;
    expect(typeBody(draftOfType(until), until).booking_window).toEqual({ kind: 'until', date: '2026-01-31' });
    expect(typeBody({ ...draftOfType(until), window_days: '14' }, until).booking_window).toEqual({
      kind: 'rolling',
      days: 14,
    });
    expect(typeBody({ ...draftOfType(whole), window_days: '' }, whole).booking_window).toBeNull();
  });

  it.each([
    ['EUR', '89,50', 8950],
    ['JPY', '9000', 9000],
    ['KWD', '27.50', 27_500],
    ['eur', '90', 9000],
  ])('reads a price in %s to the last digit', (currency, amount, minor) => {
    const draft = { ...newDraft(currency), name: 'An hour', amount };
    expect(typeFaults(draft).size).toBe(0);
    expect(typeBody(draft).price).toEqual({ amount: minor, currency: currency.toUpperCase() });
  });

  it('is free without a price, or with one of nothing', () => {
    for (const amount of ['', '0', '0,00']) expect(typeBody({ ...newDraft('EUR'), amount }).price).toBeNull();
  });

  it.each<[keyof TypeDraft, string, object]>([
    ['name', ' ', { code: 'needed' }],
    ['name', 'x'.repeat(81), { code: 'long', most: 80 }],
    ['minutes', '4', { code: 'number', least: 5, most: 480 }],
    ['minutes', '', { code: 'number', least: 5, most: 480 }],
    ['amount', 'ninety', { code: 'amount' }],
    ['amount', '89.505', { code: 'amount' }],
    ['currency', 'eu', { code: 'currency' }],
    ['colour', 'green', { code: 'colour' }],
    ['notice_hours', 'soon', { code: 'hours', most: 8760 }],
    ['window_days', '731', { code: 'number', least: 1, most: 730 }],
    ['hold_minutes', '61', { code: 'number', least: 5, most: 60 }],
    ['full_hours', '', { code: 'hours', most: 2160 }],
    ['part_percent', '100', { code: 'number', least: 1, most: 99 }],
    ['part_hours', '48', { code: 'nearer' }],
  ])('says what is wrong with %s of “%s”', (field, text, fault) => {
    const found = typeFaults({ ...draftOfType(whole), [field]: text }).get(field);
    expect(found).toMatchObject(field === 'notice_hours' ? { code: 'hours' } : fault);
  });

  it('refuses an amount that cannot be charged to the last digit', () => {
    const draft = { ...newDraft('KWD'), name: 'An hour', amount: '27.505' };
    expect(typeFaults(draft).get('amount')).toEqual({ code: 'step', step: '0.010' });
  });

  it('asks for a label and at least two choices', () => {
    const question = { id: 'q', label: ' ', kind: 'choice', required: false, help: '', options: 'one\n\none' } as const;
    const faults = typeFaults({ ...draftOfType(whole), asks: true, questions: [question] });
    expect([...faults.keys()]).toEqual(['questions.0.label', 'questions.0.options']);
  });

  it('gives each question an id that fits the contract and no other has', () => {
    expect(questionId('Was möchtest du?', [])).toBe('was-mo-chtest-du');
    expect(questionId('Goal', ['goal', 'goal-2'])).toBe('goal-3');
    expect(questionId('何を', ['question-1'])).toBe('question-2');
  });
});
