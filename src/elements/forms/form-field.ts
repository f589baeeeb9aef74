import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from '../base/booking-icons.ts';

/** The options of every field. */
export interface FieldParts {
  /** Unique within the form: `name`, `answers.goal`. */
  readonly field: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** The word "optional", for optional fields. */
  readonly optional?: string | undefined;
  readonly readonly?: boolean | undefined;
}

/** The options of a text field. */
interface TextFieldParts extends FieldParts {
  readonly value: string;
  readonly change: (value: string) => void;
  /** `email-list`: several addresses in a plain text input, because the browser's own list of addresses allows only commas. */
  readonly type?: 'text' | 'email' | 'email-list' | 'tel' | 'password' | undefined;
  readonly autocomplete?: string | undefined;
  /** True for several lines. */
  readonly long?: boolean | undefined;
  /** Characters used, shown at the end of the help line: "12 of 1,000". */
  readonly counter?: string | undefined;
}

/** The element id of a field, for links of the error summary. A backend's question may have any text as its id. */
export const fieldId = (field: string): string =>
  `field-${field.replaceAll('.', '-').replace(/[^\w-]/g, (letter) => `_${letter.charCodeAt(0)}`)}`;

/** The text fields of a form with their present values. */
export function filledFields(root: ParentNode): Iterable<HTMLInputElement | HTMLTextAreaElement> {
  return root.querySelectorAll('form :is(input:not([type=radio]), textarea)');
}

/**
 * A click handler of submit buttons: dispatches `submit` itself in a sandboxed frame without `allow-forms`, where the browser does
 * not. Enter in a field also presses that button.
 */
export function submitAnyway({ currentTarget }: Event): void {
  const { form } = currentTarget as HTMLButtonElement;
  let submitted = false;
  form?.addEventListener('submit', () => (submitted = true), { once: true });
  setTimeout(() => submitted || form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true })));
}

/** A label above, a text control, help and an error below. */
export function textField(parts: TextFieldParts): TemplateResult {
  const { field, value, change, error, long } = parts;
  const id = fieldId(field);
  const input = (event: Event) => change((event.target as HTMLInputElement).value);
  const control = long
    ? html`<textarea
        id=${id} name=${field} part="field" rows="3" .value=${value} @input=${input} @change=${input}
        ?required=${!parts.optional} ?readonly=${parts.readonly}
        aria-invalid=${!!error} aria-describedby=${describedBy(parts)}
      ></textarea>`
    : html`<input
        id=${id} name=${field} part="field" type=${parts.type === 'email-list' ? 'text' : (parts.type ?? 'text')} .value=${value} @input=${input} @change=${input}
        autocomplete=${parts.autocomplete ?? nothing} inputmode=${inputMode(parts.type)}
        autocapitalize=${inputMode(parts.type) === 'email' ? 'none' : nothing}
        ?required=${!parts.optional} ?readonly=${parts.readonly}
        aria-invalid=${!!error} aria-describedby=${describedBy(parts)}
      />`;
  return html`<div class="field" part=${error ? 'form-row invalid' : 'form-row'}>
    <label class="label" for=${id}>${labelText(parts)}</label>
    ${control}${below(parts, parts.counter)}
  </div>`;
}

/**
 * The label's text, with the word "optional" where there is one. The blank is inside the small text: Chromium leaves a text node of one
 * blank out of the field's name.
 */
export function labelText({ label, optional }: Pick<FieldParts, 'label' | 'optional'>): TemplateResult {
  return html`${label}${optional ? html`<small>${` (${optional})`}</small>` : nothing}`;
}

/** The error and the help below a control. */
function below(parts: FieldParts, counter?: string): TemplateResult {
  const id = fieldId(parts.field);
  const error = html`<p class="error" id="${id}-error" part="error">${alertIcon}<span>${parts.error}</span></p>`;
  const help = html`<p class="help counted">
    ${parts.help ? html`<span id="${id}-help">${parts.help}</span>` : nothing}
    ${counter ? html`<span id="${id}-count">${counter}</span>` : nothing}
  </p>`;
  return html`${parts.error ? error : nothing}${parts.help || counter ? help : nothing}`;
}

/** The ids of the texts below a control, for its `aria-describedby`. */
function describedBy({ field, help, error, ...rest }: FieldParts): string | typeof nothing {
  const id = fieldId(field);
  const ids = [error && `${id}-error`, help && `${id}-help`, 'counter' in rest && rest.counter && `${id}-count`];
  return ids.filter(Boolean).join(' ') || nothing;
}

function inputMode(type: TextFieldParts['type']): 'email' | 'tel' | typeof nothing {
  if (type === 'email-list') return 'email';
  return type === 'email' || type === 'tel' ? type : nothing;
}

/** The functions of this file for fields in a chunk of their own: a chunk imports nothing but the first script (docs/decisions/0005). */
export interface FieldKit {
  readonly textField: typeof textField;
  readonly fieldId: typeof fieldId;
  readonly labelText: typeof labelText;
  readonly below: typeof below;
  readonly describedBy: typeof describedBy;
}

export const fieldKit: FieldKit = { textField, fieldId, labelText, below, describedBy };
