import { html, nothing, type TemplateResult } from 'lit';
import { ATTENDEES_MAX } from '../../contract/booking.ts';
import type { Question } from '../../contract/coach.ts';
import { isEmail } from '../../contract/values.ts';
import type { Draft } from '../../core/flow/state.ts';
import { checkAnswers } from '../../domain/booking/answers.ts';
import { choiceField } from '../forms/choice-field.ts';
import type { FormIssue } from '../forms/error-summary.ts';
import type { FieldKit } from '../forms/form-field.ts';
import type { AskedTexts, FormTexts } from '../i18n/form.ts';
import { messagesFor } from '../i18n/locales.ts';
import { askedEnglish } from '../i18n/parts/asked-fields.ts';

/** The data of the form's fields. */
export interface BookingFields {
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
  readonly texts: FormTexts;
  readonly locale: string;
  readonly kit: FieldKit;
  errorOf(field: string): string | undefined;
  edit(field: string, change: Partial<Draft>): void;
}

/** Styles of lists and radio buttons, which only these fields need. */
export { choiceStyles } from '../styles/choices.ts';

const textsIn = (locale: string): AskedTexts => messagesFor('form', askedEnglish, locale);

/** Who else takes part: a button until somebody presses it, because most come alone. */
export function attendeesField(fields: BookingFields): TemplateResult | typeof nothing {
  const { draft, locale, readonly, addAttendees, kit, errorOf, edit } = fields;
  if (!addAttendees) return nothing;
  const texts = textsIn(locale);
  if (draft.attendees === undefined)
    return html`<button type="button" class="link" part="add-attendees" @click=${addAttendees}>${texts.addAttendees}</button>`;
  return kit.textField({
    field: 'attendees',
    label: texts.attendees,
    help: texts.attendeesHelp,
    optional: fields.texts.optional,
    value: draft.attendees,
    type: 'email-list',
    error: errorOf('attendees'),
    readonly,
    change: (attendees) => edit('attendees', { attendees }),
  });
}

/** The field of one of the coach's questions. */
export function questionField(question: Question, fields: BookingFields): TemplateResult {
  const { draft, locale, readonly, kit, errorOf, edit } = fields;
  const texts = textsIn(locale);
  const field = `answers.${question.id}`;
  const answer = draft.answers[question.id];
  const answerWith = (value: string | boolean) => edit(field, { answers: { ...draft.answers, [question.id]: value } });
  const parts = {
    field,
    label: question.label,
    help: question.help,
    optional: question.required ? undefined : fields.texts.optional,
    error: errorOf(field),
    readonly,
  };
  switch (question.kind) {
    case 'yes_no':
      return choiceField(
        {
          ...parts,
          prompt: texts.choose,
          value: answer === undefined ? undefined : String(answer),
          options: [
            { value: 'true', label: texts.yes },
            { value: 'false', label: texts.no },
          ],
          change: (value) => answerWith(value === 'true'),
        },
        kit,
      );
    case 'choice':
      return choiceField(
        {
          ...parts,
          prompt: texts.choose,
          value: typeof answer === 'string' ? answer : undefined,
          options: (question.options ?? []).map((option) => ({ value: option, label: option })),
          change: answerWith,
        },
        kit,
      );
    default:
      return kit.textField({
        ...parts,
        value: typeof answer === 'string' ? answer : '',
        long: question.kind === 'long_text',
        type: question.kind === 'phone' ? 'tel' : 'text',
        autocomplete: question.kind === 'phone' ? 'tel' : undefined,
        change: answerWith,
      });
  }
}

/** Checks the answers to the coach's questions. */
export function checkQuestions(draft: Draft, questions: readonly Question[], locale: string): readonly FormIssue[] {
  const texts = textsIn(locale);
  return checkAnswers(questions, draft.answers).map(({ id, problem }) => {
    const { label = id, kind } = questions.find((question) => question.id === id) ?? {};
    return { field: `answers.${id}`, message: texts.answers[kind === 'phone' ? 'not_a_phone' : problem](label) };
  });
}

/** Checks the addresses of others who take part. */
export function checkAttendees(attendees: readonly string[], locale: string): readonly FormIssue[] {
  const texts = textsIn(locale);
  const wrong = attendees.find((address) => !isEmail(address));
  if (wrong) return [{ field: 'attendees', message: texts.attendeeWrong(wrong) }];
  if (attendees.length > ATTENDEES_MAX) return [{ field: 'attendees', message: texts.attendeesTooMany(ATTENDEES_MAX) }];
  return [];
}
