import { html, nothing, type TemplateResult } from 'lit';
import { isPersonName } from '../../contract/auth.ts';
import { NOTES_MAX } from '../../contract/booking.ts';
import type { Question } from '../../contract/coach.ts';
import { isEmail } from '../../contract/values.ts';
import { attendeesIn } from '../../core/flow/intent.ts';
import type { Draft } from '../../core/flow/state.ts';
import type { FormIssue } from '../forms/error-summary.ts';
import { textField } from '../forms/form-field.ts';
import type { FormTexts } from '../i18n/form.ts';
import type { BookingFields } from './asked-fields.ts';
import { askedFields } from './load-asked-fields.ts';

/** Name and e-mail, the coach's questions, notes, who else takes part. */
export function bookingFields(fields: BookingFields): TemplateResult {
  const asked = askedFields();
  return html`${fields.person ? personFields(fields) : nothing}
  ${asked ? fields.questions.map((question) => asked.questionField(question, fields)) : nothing} ${notesField(fields)}
  ${asked?.attendeesField(fields) ?? nothing}`;
}

function personFields({ draft, coachName, texts, readonly, errorOf, edit }: BookingFields): TemplateResult {
  return html`<div class="pair">
    ${textField({
      field: 'name',
      label: texts.name,
      value: draft.name ?? '',
      autocomplete: 'name',
      error: errorOf('name'),
      readonly,
      change: (name) => edit('name', { name }),
    })}
    ${textField({
      field: 'email',
      label: texts.email,
      help: texts.emailHelp(coachName),
      value: draft.email ?? '',
      type: 'email',
      autocomplete: 'email',
      error: errorOf('email'),
      readonly,
      change: (email) => edit('email', { email }),
    })}
  </div>`;
}

function notesField({ draft, texts, locale, readonly, errorOf, edit }: BookingFields): TemplateResult {
  const count = new Intl.NumberFormat(locale);
  return textField({
    field: 'notes',
    label: texts.notes,
    help: texts.notesHelp,
    counter: texts.used(count.format(lengthOf(draft.notes)), count.format(NOTES_MAX)),
    optional: texts.optional,
    value: draft.notes,
    long: true,
    error: errorOf('notes'),
    readonly,
    change: (notes) => edit('notes', { notes }),
  });
}

/** Counts characters as people do: an emoji is one, although it has two UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;

/** Checks the typed values, in the order of the fields. `identified`: the visitor is signed in, so name and e-mail are known. */
export function checkDraft(
  draft: Draft,
  questions: readonly Question[],
  identified: boolean,
  texts: FormTexts,
  locale: string,
): readonly FormIssue[] {
  const issues: FormIssue[] = [];
  const add = (field: string, message: string) => issues.push({ field, message });
  if (!identified) {
    const name = (draft.name ?? '').trim();
    const address = (draft.email ?? '').trim();
    if (!name) add('name', texts.nameMissing);
    else if (!isPersonName(name)) add('name', texts.nameTooLong);
    if (!address) add('email', texts.emailMissing);
    else if (!isEmail(address)) add('email', texts.emailWrong);
  }
  const asked = askedFields();
  issues.push(...(asked?.checkQuestions(draft, questions, locale) ?? []));
  const length = lengthOf(draft.notes);
  if (length > NOTES_MAX) add('notes', texts.notesTooLong(length - NOTES_MAX));
  issues.push(...(asked?.checkAttendees(attendeesIn(draft), locale) ?? []));
  return issues;
}
