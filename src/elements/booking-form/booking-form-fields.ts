import { html, nothing, type TemplateResult } from 'lit';
import { isPersonName } from '../../contract/auth.ts';
import { ATTENDEES_MAX, NOTES_MAX } from '../../contract/booking.ts';
import type { Question } from '../../contract/coach.ts';
import { isEmail } from '../../contract/values.ts';
import { attendeesIn } from '../../core/flow/intent.ts';
import type { Draft } from '../../core/flow/state.ts';
import { checkAnswers } from '../../domain/booking/answers.ts';
import type { FormIssue } from '../forms/error-summary.ts';
import { choiceField, textField } from '../forms/form-field.ts';
import type { FormMessages } from '../i18n/form.ts';

/** The data of the form's fields. */
interface BookingFields {
  readonly draft: Draft;
  readonly questions: readonly Question[];
  /** True when name and e-mail are asked for. */
  readonly person: boolean;
  /** Empty when unknown. */
  readonly coachName: string;
  /** Opens the field for other people's addresses; undefined where they cannot be named. */
  readonly addAttendees: (() => void) | undefined;
  /** True while the booking is being sent: nothing can be changed. */
  readonly readonly: boolean;
  readonly texts: FormMessages;
  readonly locale: string;
  errorOf(field: string): string | undefined;
  edit(field: string, change: Partial<Draft>): void;
}

/** Name and e-mail, the coach's questions, notes, who else takes part. */
export function bookingFields(fields: BookingFields): TemplateResult {
  return html`${fields.person ? personFields(fields) : nothing}
  ${fields.questions.map((question) => questionField(question, fields))} ${notesField(fields)} ${attendeesField(fields)}`;
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

/** A button until somebody presses it: most come alone. */
function attendeesField(fields: BookingFields): TemplateResult | typeof nothing {
  const { draft, texts, readonly, addAttendees, errorOf, edit } = fields;
  if (!addAttendees) return nothing;
  if (draft.attendees === undefined)
    return html`<button type="button" class="link" part="add-attendees" @click=${addAttendees}>${texts.addAttendees}</button>`;
  return textField({
    field: 'attendees',
    label: texts.attendees,
    help: texts.attendeesHelp,
    optional: texts.optional,
    value: draft.attendees,
    type: 'email-list',
    error: errorOf('attendees'),
    readonly,
    change: (attendees) => edit('attendees', { attendees }),
  });
}

function questionField(question: Question, fields: BookingFields): TemplateResult {
  const { draft, texts, readonly, errorOf, edit } = fields;
  const field = `answers.${question.id}`;
  const answer = draft.answers[question.id];
  const answerWith = (value: string | boolean) => edit(field, { answers: { ...draft.answers, [question.id]: value } });
  const parts = {
    field,
    label: question.label,
    help: question.help,
    optional: question.required ? undefined : texts.optional,
    error: errorOf(field),
    readonly,
  };
  switch (question.kind) {
    case 'yes_no':
      return choiceField({
        ...parts,
        prompt: texts.choose,
        value: answer === undefined ? undefined : String(answer),
        options: [
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ],
        change: (value) => answerWith(value === 'true'),
      });
    case 'choice':
      return choiceField({
        ...parts,
        prompt: texts.choose,
        value: typeof answer === 'string' ? answer : undefined,
        options: (question.options ?? []).map((option) => ({ value: option, label: option })),
        change: answerWith,
      });
    default:
      return textField({
        ...parts,
        value: typeof answer === 'string' ? answer : '',
        long: question.kind === 'long_text',
        type: question.kind === 'phone' ? 'tel' : 'text',
        autocomplete: question.kind === 'phone' ? 'tel' : undefined,
        change: answerWith,
      });
  }
}

/** Counts characters as people do: an emoji is one, although it has two UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;

/** Checks what was typed, in the order of the fields. `identified`: the visitor is signed in, so name and e-mail are known. */
export function checkDraft(
  draft: Draft,
  questions: readonly Question[],
  identified: boolean,
  texts: FormMessages,
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
  for (const { id, problem } of checkAnswers(questions, draft.answers)) {
    const { label = id, kind } = questions.find((question) => question.id === id) ?? {};
    add(`answers.${id}`, texts.answers[kind === 'phone' ? 'not_a_phone' : problem](label));
  }
  const length = lengthOf(draft.notes);
  if (length > NOTES_MAX) add('notes', texts.notesTooLong(length - NOTES_MAX));
  const attendees = attendeesIn(draft);
  const wrong = attendees.find((address) => !isEmail(address));
  if (wrong) add('attendees', texts.attendeeWrong(wrong));
  else if (attendees.length > ATTENDEES_MAX) add('attendees', texts.attendeesTooMany(ATTENDEES_MAX));
  return issues;
}
