import type { RefundRules, SessionLocation } from '../../contract/bought-type.ts';
import type { Question } from '../../contract/coach.ts';
import { LONGEST_MINIMUM_NOTICE_MINUTES } from '../../contract/schedule.ts';
import { LONGEST_SESSION_MINUTES } from '../../contract/session-length.ts';
import { type SessionType, type SessionTypeBody, SHORTEST_TYPE_MINUTES } from '../../contract/session-type.ts';
import { USUAL_HOLD_MINUTES } from '../../domain/booking/hold.ts';
import { chargeStep } from '../../domain/money/charge-amount.ts';
import { readAmount, writeAmount } from '../../domain/money/read-amount.ts';
import { USUAL_REFUNDS } from '../../domain/money/refund-rules.ts';

/** A question as texts of a form's fields. */
export interface QuestionDraft {
  /** Kept when its label changes: earlier answers belong to it. */
  readonly id: string;
  readonly label: string;
  readonly kind: Question['kind'];
  readonly required: boolean;
  readonly help: string;
  /** The choices, a line each. */
  readonly options: string;
}

/** A session type as texts of a form's fields. Empty numbers: the schedule's value. */
export interface TypeDraft {
  readonly name: string;
  readonly description: string;
  readonly minutes: string;
  readonly colour: string;
  /** In the currency's main unit; empty: free. */
  readonly amount: string;
  readonly currency: string;
  readonly tax_note: string;
  readonly place: SessionLocation['kind'] | '';
  readonly place_detail: string;
  readonly confirmation: SessionType['confirmation'];
  readonly hidden: boolean;
  /** True when it asks questions of its own in place of the coach's. */
  readonly asks: boolean;
  readonly questions: readonly QuestionDraft[];
  readonly buffer_before: string;
  readonly buffer_after: string;
  /** Hours. */
  readonly notice_hours: string;
  readonly window_days: string;
  readonly daily_limit: string;
  readonly weekly_limit: string;
  readonly hold_minutes: string;
  /** A client who cancels this many hours before the start, or earlier, gets everything back. */
  readonly full_hours: string;
  /** The percentage that is paid back after that; empty: nothing. */
  readonly part_percent: string;
  readonly part_hours: string;
}

/** A field of the form: one of the draft, or the label or options of the nth question. */
export type TypeField = keyof TypeDraft | `questions.${number}.${'label' | 'options'}`;

/** The fault of a field. */
export type TypeFault =
  | { readonly code: 'needed' | 'amount' | 'currency' | 'options' | 'colour' | 'nearer' }
  /** More characters than `most`. */
  | { readonly code: 'long'; readonly most: number }
  /** Not a whole number from `least` to `most`. */
  | { readonly code: 'number'; readonly least: number; readonly most: number }
  /** Not a number of hours up to `most`. */
  | { readonly code: 'hours'; readonly most: number }
  /** Not a multiple of `step`, the smallest amount that can be charged, written in the currency's main unit. */
  | { readonly code: 'step'; readonly step: string };

const HOURS_MOST = 24 * 90;
const LONGEST = { name: 80, description: 1000, tax_note: 120, place_detail: 300 } as const;
const WHOLE = {
  minutes: [SHORTEST_TYPE_MINUTES, LONGEST_SESSION_MINUTES],
  buffer_before: [0, LONGEST_SESSION_MINUTES],
  buffer_after: [0, LONGEST_SESSION_MINUTES],
  window_days: [1, 730],
  daily_limit: [1, 100],
  weekly_limit: [1, 500],
  hold_minutes: [5, 60],
  part_percent: [1, 99],
} as const;

/** The fields of a new session type; the currency is the coach's, where it is known. */
export function newDraft(currency = ''): TypeDraft {
  return {
    ...draftOfType({ name: '', minutes: 60, price: null, confirmation: 'coach' }),
    currency,
  };
}

/** The fields filled from a session type. */
export function draftOfType(type: SessionTypeBody): TypeDraft {
  const { price, location, refunds = USUAL_REFUNDS, booking_window: window } = type;
  return {
    name: type.name,
    description: type.description ?? '',
    minutes: String(type.minutes),
    colour: type.colour ?? '',
    amount: price && price.amount > 0 ? writeAmount(price.amount, price.currency) : '',
    currency: price?.currency ?? '',
    tax_note: type.tax_note ?? '',
    place: location?.kind ?? '',
    place_detail: location?.detail ?? '',
    confirmation: type.confirmation,
    hidden: type.hidden ?? false,
    asks: type.questions != null,
    questions: (type.questions ?? []).map(({ id, label, kind, required, help, options }) => ({
      id,
      label,
      kind,
      required,
      help: help ?? '',
      options: (options ?? []).join('\n'),
    })),
    buffer_before: text(type.buffer_before_minutes),
    buffer_after: text(type.buffer_after_minutes),
    notice_hours: hours(type.minimum_notice_minutes),
    window_days: window?.kind === 'rolling' ? String(window.days) : '',
    daily_limit: text(type.daily_limit),
    weekly_limit: text(type.weekly_limit),
    hold_minutes: String(type.hold_minutes ?? USUAL_HOLD_MINUTES),
    full_hours: hours(refunds.full_until_minutes),
    part_percent: text(refunds.part?.percent),
    part_hours: hours(refunds.part?.until_minutes),
  };
}

/** The faults that keep the draft from being saved, in the order of the fields. */
export function typeFaults(draft: TypeDraft): ReadonlyMap<TypeField, TypeFault> {
  const faults = new Map<TypeField, TypeFault>();
  if (!draft.name.trim()) faults.set('name', { code: 'needed' });
  for (const field of ['name', 'description', 'tax_note', 'place_detail'] as const) {
    if (draft[field].trim().length > LONGEST[field]) faults.set(field, { code: 'long', most: LONGEST[field] });
  }
  const isWhole = (field: keyof typeof WHOLE, isNeeded = false) => {
    const [least, most] = WHOLE[field];
    const given = draft[field].trim();
    if (!given && !isNeeded) return;
    const number = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN;
    if (!(number >= least && number <= most)) faults.set(field, { code: 'number', least, most });
  };
  isWhole('minutes', true);
  checkPrice(draft, faults);
  if (draft.colour && !/^#[0-9a-f]{6}$/i.test(draft.colour)) faults.set('colour', { code: 'colour' });
  if (draft.asks) checkQuestions(draft.questions, faults);
  for (const field of ['buffer_before', 'buffer_after'] as const) isWhole(field);
  checkHours(draft, 'notice_hours', LONGEST_MINIMUM_NOTICE_MINUTES / 60, faults);
  for (const field of ['window_days', 'daily_limit', 'weekly_limit', 'hold_minutes'] as const) isWhole(field);
  if (isPriced(draft)) {
    checkHours(draft, 'full_hours', HOURS_MOST, faults);
    isWhole('part_percent');
    if (draft.part_percent.trim()) {
      checkHours(draft, 'part_hours', HOURS_MOST, faults);
      const [full, part] = [minutesOf(draft.full_hours), minutesOf(draft.part_hours)];
      if (full !== undefined && part !== undefined && part >= full) faults.set('part_hours', { code: 'nearer' });
    }
  }
  return faults;
}

/** True for a draft with a price. */
export function isPriced({ amount }: TypeDraft): boolean {
  return amount.trim() !== '' && !/^0+([.,]0*)?$/.test(amount.trim());
}

/**
 * The session type that a draft without faults describes. Values without a field in the form (`position`, `archived`, a window until a
 * day) stay as in `before`.
 */
export function typeBody(draft: TypeDraft, before: Partial<SessionTypeBody> = {}): SessionTypeBody {
  const currency = draft.currency.trim().toUpperCase();
  const price = isPriced(draft) ? { amount: readAmount(draft.amount, currency) ?? 0, currency } : null;
  const days = whole(draft.window_days);
  const kept = before.booking_window?.kind === 'rolling' ? null : before.booking_window;
  return {
    ...(before.position !== undefined && { position: before.position }),
    ...(before.archived !== undefined && { archived: before.archived }),
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    minutes: whole(draft.minutes) ?? SHORTEST_TYPE_MINUTES,
    price,
    tax_note: (price && draft.tax_note.trim()) || null,
    location: draft.place ? { kind: draft.place, detail: draft.place_detail.trim() || null } : null,
    questions: draft.asks ? draft.questions.map(questionOf) : null,
    buffer_before_minutes: whole(draft.buffer_before),
    buffer_after_minutes: whole(draft.buffer_after),
    minimum_notice_minutes: minutesOf(draft.notice_hours) ?? null,
    booking_window: days === null ? (kept ?? null) : { kind: 'rolling', days },
    daily_limit: whole(draft.daily_limit),
    weekly_limit: whole(draft.weekly_limit),
    confirmation: draft.confirmation,
    colour: draft.colour.toLowerCase() || null,
    hidden: draft.hidden,
    hold_minutes: whole(draft.hold_minutes) ?? USUAL_HOLD_MINUTES,
    refunds: price ? refundsOf(draft) : (before.refunds ?? USUAL_REFUNDS),
  };
}

/** An id for a new question that no other has: from its label where that has Latin letters or digits, else `question-2`. */
export function questionId(label: string, others: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30);
  const stem = plain || 'question';
  for (let nth = plain ? 1 : others.length + 1; ; nth += 1) {
    const id = plain && nth === 1 ? stem : `${stem}-${nth}`;
    if (!others.includes(id)) return id;
  }
}

function checkPrice(draft: TypeDraft, faults: Map<TypeField, TypeFault>): void {
  if (!isPriced(draft)) return;
  const currency = draft.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) {
    faults.set('currency', { code: 'currency' });
    return;
  }
  const amount = readAmount(draft.amount, currency);
  const step = chargeStep(currency);
  if (amount === undefined) faults.set('amount', { code: 'amount' });
  else if (amount % step !== 0) faults.set('amount', { code: 'step', step: writeAmount(step, currency) });
}

function checkQuestions(questions: readonly QuestionDraft[], faults: Map<TypeField, TypeFault>): void {
  for (const [index, { label, kind, options }] of questions.entries()) {
    if (!label.trim()) faults.set(`questions.${index}.label`, { code: 'needed' });
    if (kind === 'choice' && linesOf(options).length < 2) faults.set(`questions.${index}.options`, { code: 'options' });
  }
}

function checkHours(
  draft: TypeDraft,
  field: 'notice_hours' | 'full_hours' | 'part_hours',
  most: number,
  faults: Map<TypeField, TypeFault>,
): void {
  const given = draft[field].trim();
  if (!given && field === 'notice_hours') return;
  const minutes = minutesOf(given);
  if (minutes === undefined || minutes > most * 60) faults.set(field, { code: 'hours', most });
}

function refundsOf({ full_hours, part_percent, part_hours }: TypeDraft): RefundRules {
  const percent = whole(part_percent);
  const part = percent === null ? null : { until_minutes: minutesOf(part_hours) ?? 0, percent };
  return { full_until_minutes: minutesOf(full_hours) ?? 0, part };
}

function questionOf({ id, label, kind, required, help, options }: QuestionDraft): Question {
  return {
    id,
    label: label.trim(),
    kind,
    required,
    ...(help.trim() && { help: help.trim() }),
    ...(kind === 'choice' && { options: linesOf(options) }),
  };
}

const linesOf = (lines: string): string[] => [...new Set(lines.split('\n').map((line) => line.trim()))].filter(Boolean);

const text = (number: number | null | undefined): string => (number == null ? '' : String(number));
const hours = (minutes: number | null | undefined): string =>
  minutes == null ? '' : String(Math.round((minutes / 60) * 100) / 100);
const whole = (given: string): number | null => (given.trim() ? Number(given) : null);

/** Whole minutes of a number of hours such as `24`, `1.5` or `1,5`; undefined for another text. */
function minutesOf(given: string): number | undefined {
  const plain = given.trim().replace(',', '.');
  return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 60) : undefined;
}
