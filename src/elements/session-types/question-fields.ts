import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QuestionDraft, TypeField } from '../../core/session-types/type-draft.ts';
import { textField } from '../forms/form-field.ts';
import type { SessionTypesEditorMessages } from '../i18n/desk/session-types-editor.ts';
import { checkBox, selectField } from './choice-fields.ts';

/** The questions, and the actions on them. */
interface QuestionsForm {
  readonly questions: readonly QuestionDraft[];
  /** The error of a field, in words. */
  readonly errors: ReadonlyMap<TypeField, string>;
  readonly texts: SessionTypesEditorMessages;
  readonly change: (questions: readonly QuestionDraft[]) => void;
  readonly addQuestion: () => void;
  readonly removeQuestion: (index: number) => void;
}

/** The questions of a session type, each with its kind of answer. */
export function questionFields(form: QuestionsForm): TemplateResult {
  const { questions, texts, addQuestion } = form;
  return html`<ol class="questions">
      ${repeat(
        questions,
        ({ id }) => id,
        (question, index) => html`<li>${questionField(form, question, index)}</li>`,
      )}
    </ol>
    <button type="button" class="secondary" data-act="add-question" @click=${addQuestion}>${texts.addQuestion}</button>`;
}

function questionField(form: QuestionsForm, question: QuestionDraft, index: number): TemplateResult {
  const { questions, texts, errors, change, removeQuestion } = form;
  const edit = (changes: Partial<QuestionDraft>) =>
    change(questions.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const name = texts.question(index + 1);
  return html`<fieldset class="question">
    <legend>${name}</legend>
    ${textField({
      field: `questions.${index}.label`,
      label: texts.questionLabel,
      value: question.label,
      error: errors.get(`questions.${index}.label`),
      autocomplete: 'off',
      change: (label) => edit({ label }),
    })}
    ${selectField(`questions.${index}.kind`, texts.questionKind, question.kind, texts.questionKinds, (kind) => edit({ kind }))}
    ${
      question.kind === 'choice'
        ? textField({
            field: `questions.${index}.options`,
            label: texts.questionOptions,
            help: texts.questionOptionsHelp,
            value: question.options,
            error: errors.get(`questions.${index}.options`),
            long: true,
            change: (options) => edit({ options }),
          })
        : nothing
    }
    ${textField({
      field: `questions.${index}.help`,
      label: texts.questionHelp,
      value: question.help,
      optional: texts.optional,
      autocomplete: 'off',
      change: (help) => edit({ help }),
    })}
    ${checkBox(`questions.${index}.required`, texts.questionRequired, question.required, (required) => edit({ required }))}
    <button type="button" class="plain" data-act="remove-question" aria-label=${texts.about(texts.removeQuestion, name)} @click=${() => removeQuestion(index)}>${texts.removeQuestion}</button>
  </fieldset>`;
}
