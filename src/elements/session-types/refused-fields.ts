import type { BookingError } from '../../core/errors.ts';
import type { TypeField } from '../../core/session-types/type-draft.ts';
import { labelled } from '../../domain/language/labelled.ts';
import type { SessionTypesEditorMessages } from '../i18n/desk/session-types-editor.ts';
import { fieldRefusalText } from '../words/refusal-text.ts';
import { typeFieldName } from './type-fields.ts';

/** The form's field for each path in the body; the longest path that matches decides. */
const FIELDS: Readonly<Record<string, TypeField>> = {
  name: 'name',
  description: 'description',
  minutes: 'minutes',
  price: 'amount',
  'price.currency': 'currency',
  tax_note: 'tax_note',
  location: 'place_detail',
  buffer_before_minutes: 'buffer_before',
  buffer_after_minutes: 'buffer_after',
  minimum_notice_minutes: 'notice_hours',
  booking_window: 'window_days',
  daily_limit: 'daily_limit',
  weekly_limit: 'weekly_limit',
  colour: 'colour',
  hold_minutes: 'hold_minutes',
  refunds: 'full_hours',
  'refunds.part': 'part_percent',
  'refunds.part.until_minutes': 'part_hours',
};

/** The fields of the form that a server refused, each with its first message; empty when it named none of them. */
export function refusedTypeFields(
  error: BookingError,
  texts: SessionTypesEditorMessages,
  locale: string,
): ReadonlyMap<TypeField, string> {
  const refused = new Map<TypeField, string>();
  for (const { field, message } of error.fields) {
    const own = fieldOf(field.replace(/^body\./, ''));
    if (own && !refused.has(own)) {
      refused.set(own, labelled(typeFieldName(own, texts, locale), fieldRefusalText(error, message, locale), locale));
    }
  }
  return refused;
}

function fieldOf(path: string): TypeField | undefined {
  const index = /^questions\.(\d+)/.exec(path)?.[1];
  if (index !== undefined) return `questions.${Number(index)}.label`;
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const own = FIELDS[steps.slice(0, length).join('.')];
    if (own) return own;
  }
  return undefined;
}
