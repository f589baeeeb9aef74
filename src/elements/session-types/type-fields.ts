import { html, nothing, type TemplateResult } from 'lit';
import type { TypeDraft, TypeFault, TypeField } from '../../core/session-types/type-draft.ts';
import { isPriced } from '../../core/session-types/type-draft.ts';
import { listed } from '../../domain/language/listed.ts';
import { choiceField } from '../forms/choice-field.ts';
import { fieldId, fieldKit, textField } from '../forms/form-field.ts';
import type { SessionTypesEditorMessages } from '../i18n/desk/session-types-editor.ts';
import { checkBox, selectField } from './choice-fields.ts';
import { questionFields } from './question-fields.ts';

/** The data and actions of the form. */
interface TypeForm {
  readonly draft: TypeDraft;
  /** The error of a field, in words. */
  readonly errors: ReadonlyMap<TypeField, string>;
  readonly texts: SessionTypesEditorMessages;
  /** Whether this server takes payments; undefined while it is not known. */
  readonly sellsOnline: boolean | undefined;
  readonly change: (change: Partial<TypeDraft>) => void;
  readonly addQuestion: () => void;
  readonly removeQuestion: (index: number) => void;
}

/** The fields whose value is a text. */
type TextKey = {
  [K in keyof TypeDraft]: TypeDraft[K] extends string ? (string extends TypeDraft[K] ? K : never) : never;
}[keyof TypeDraft];

/** The name of a field, as its label says it. */
export function typeFieldName(field: TypeField, texts: SessionTypesEditorMessages, locale: string): string {
  const [, index, part] = /^questions\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (index !== undefined) {
    const own = part === 'label' ? texts.questionLabel : texts.questionOptions;
    return listed([texts.question(Number(index) + 1), own], locale);
  }
  return (texts.fields as Readonly<Record<string, string>>)[field] ?? field;
}

/** The error of a field, in words. */
export function typeFaultWords(
  field: TypeField,
  fault: TypeFault,
  texts: SessionTypesEditorMessages,
  locale: string,
): string {
  const name = typeFieldName(field, texts, locale);
  const { faults } = texts;
  switch (fault.code) {
    case 'long':
      return faults.long(name, fault.most);
    case 'number':
      return faults.number(name, fault.least, fault.most);
    case 'hours':
      return faults.hours(name, fault.most);
    case 'step':
      return faults.step(name, fault.step);
    default:
      return faults[fault.code](name);
  }
}

/** The fields of a session type, in groups; what few change is folded away. */
export function typeFields(form: TypeForm): TemplateResult {
  const { draft, texts, errors, change, sellsOnline } = form;
  const text = (
    field: TextKey,
    { long, needed }: { readonly long?: boolean; readonly needed?: boolean } = {},
  ): TemplateResult =>
    textField({
      field,
      label: texts.fields[field],
      value: draft[field],
      change: (value) => change({ [field]: value }),
      help: texts.helps[field],
      error: errors.get(field),
      long,
      optional: needed ? undefined : texts.optional,
      autocomplete: 'off',
    });
  const group = (name: keyof SessionTypesEditorMessages['groups'], body: unknown) =>
    html`<fieldset class="group"><legend>${texts.groups[name]}</legend>${body}</fieldset>`;
  const folded = (name: 'rules', fields: readonly TypeField[], body: unknown) =>
    html`<details class="group" ?open=${fields.some((field) => errors.has(field)) || nothing}>
      <summary>${texts.groups[name]}</summary>${body}
    </details>`;
  const priced = isPriced(draft);
  return html`
    ${group('what', html`${text('name', { needed: true })} ${text('description', { long: true })} ${text('minutes', { needed: true })} ${colourField(form)}`)}
    ${group(
      'price',
      html`<div class="pair">${text('amount')} ${text('currency', { needed: priced })}</div>
        ${priced ? text('tax_note') : nothing}
        ${priced && sellsOnline !== undefined ? html`<p class="help">${sellsOnline ? texts.paidOnline : texts.paidAtSession}</p>` : nothing}
        `,
    )}
    ${
      priced
        ? group(
            'refunds',
            html`${text('full_hours', { needed: true })}
              <div class="pair even">${text('part_percent')} ${draft.part_percent.trim() ? text('part_hours', { needed: true }) : nothing}</div>`,
          )
        : nothing
    }
    ${group('where', html`${placeField(form)} ${draft.place && draft.place !== 'video' ? text('place_detail') : nothing}`)}
    ${group(
      'booking',
      html`${choiceField(
        {
          field: 'confirmation',
          label: texts.fields.confirmation,
          value: draft.confirmation,
          options: (['coach', 'instant'] as const).map((value) => ({ value, label: texts.confirmations[value] })),
          change: (value) => change({ confirmation: value === 'instant' ? 'instant' : 'coach' }),
          prompt: '',
        },
        fieldKit,
      )}
      ${checkBox('hidden', texts.fields.hidden, draft.hidden, (hidden) => change({ hidden }))}`,
    )}
    ${group(
      'questions',
      html`${choiceField(
        {
          field: 'asks',
          label: texts.groups.questions,
          value: draft.asks ? 'own' : 'coach',
          options: [
            { value: 'coach', label: texts.coachQuestions },
            { value: 'own', label: texts.ownQuestions },
          ],
          change: (value) => change({ asks: value === 'own' }),
          prompt: '',
        },
        fieldKit,
      )}
      ${
        draft.asks
          ? questionFields({ ...form, questions: draft.questions, change: (questions) => change({ questions }) })
          : nothing
      }`,
    )}
    ${folded(
      'rules',
      ['buffer_before', 'buffer_after', 'notice_hours', 'window_days', 'daily_limit', 'weekly_limit', 'hold_minutes'],
      html`<div class="fields">
        ${text('buffer_before')} ${text('buffer_after')} ${text('notice_hours')} ${text('window_days')} ${text('daily_limit')}
        ${text('weekly_limit')} ${priced ? text('hold_minutes') : nothing}
      </div>`,
    )}
  `;
}

function colourField({ draft, texts, errors, change }: TypeForm): TemplateResult {
  const id = fieldId('colour');
  const error = errors.get('colour');
  return html`<div class="field colour">
    ${checkBox('use-colour', texts.useColour, draft.colour !== '', (wanted) => change({ colour: wanted ? USUAL_COLOUR : '' }))}
    ${
      draft.colour
        ? html`<input
            type="color" id=${id} name="colour" aria-label=${texts.fields.colour} .value=${draft.colour}
            aria-invalid=${error ? 'true' : 'false'} @input=${(event: Event) => change({ colour: (event.target as HTMLInputElement).value })}
          >`
        : nothing
    }
  </div>`;
}

const USUAL_COLOUR = '#1f6f78';

function placeField({ draft, texts, change }: TypeForm): TemplateResult {
  return selectField('place', texts.fields.place, draft.place, texts.places, (place) => change({ place }));
}
