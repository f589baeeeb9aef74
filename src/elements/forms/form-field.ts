import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from '../base/booking-icons.ts';
import { chevronDown } from '../base/icons.ts';

/** The options of every field. */
interface FieldParts {
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
  /** `email-list`: several addresses, which browsers do not check: theirs know no other separator than a comma. */
  readonly type?: 'text' | 'email' | 'email-list' | 'tel' | 'password' | undefined;
  readonly autocomplete?: string | undefined;
  /** True for several lines. */
  readonly long?: boolean | undefined;
  /** Characters used, shown at the end of the help line: "12 of 1,000". */
  readonly counter?: string | undefined;
}

/** The options of a field with a few values. */
interface ChoiceFieldParts extends FieldParts {
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => void;
  /** The first line of a drop-down list. */
  readonly prompt: string;
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

/** Up to four choices as radio buttons, more as a drop-down list. */
export function choiceField(parts: ChoiceFieldParts): TemplateResult {
  return parts.options.length > 4 ? listField(parts) : radioField(parts);
}

function radioField(parts: ChoiceFieldParts): TemplateResult {
  const id = fieldId(parts.field);
  return html`<fieldset
    class="field" part=${parts.error ? 'form-row invalid' : 'form-row'} role="radiogroup"
    aria-invalid=${!!parts.error} aria-required=${!parts.optional}
    aria-describedby=${describedBy(parts)}
  >
    <legend class="label">${labelText(parts)}</legend>
    <div class="options ${parts.options.every((option) => option.label.length < 8) ? 'short' : ''}">
      ${parts.options.map(
        (option, index) => html`<label class="option" part="option">
          <input
            type="radio" id=${index === 0 ? id : nothing} name=${parts.field} value=${option.value}
            .checked=${option.value === parts.value} @click=${parts.readonly ? keepChoice : null} @change=${() => parts.change(option.value)}
          />${option.label}
        </label>`,
      )}
    </div>
    ${below(parts)}
  </fieldset>`;
}

/** A press that is not taken leaves the buttons as they are, also for the browser. */
const keepChoice = (event: Event): void => event.preventDefault();

function listField(parts: ChoiceFieldParts): TemplateResult {
  const id = fieldId(parts.field);
  return html`<div class="field" part=${parts.error ? 'form-row invalid' : 'form-row'}>
    <label class="label" for=${id}>${labelText(parts)}</label>
    <span class="select">
      <select
        id=${id} name=${parts.field} part="field" ?required=${!parts.optional}
        aria-invalid=${!!parts.error} aria-describedby=${describedBy(parts)}
        @change=${(event: Event) => parts.change((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!parts.value}>${parts.prompt}</option>
        ${parts.options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === parts.value}>${option.label}</option>`,
        )}
      </select>
      ${chevronDown}
    </span>
    ${below(parts)}
  </div>`;
}

function labelText({ label, optional }: FieldParts): TemplateResult {
  return html`${label}${optional ? html`${' '}<small>(${optional})</small>` : nothing}`;
}

function below(parts: FieldParts, counter?: string): TemplateResult {
  const id = fieldId(parts.field);
  const error = html`<p class="error" id="${id}-error" part="error">${alertIcon}<span>${parts.error}</span></p>`;
  const help = html`<p class="help counted">
    ${parts.help ? html`<span id="${id}-help">${parts.help}</span>` : nothing}
    ${counter ? html`<span id="${id}-count">${counter}</span>` : nothing}
  </p>`;
  return html`${parts.error ? error : nothing}${parts.help || counter ? help : nothing}`;
}

function describedBy({ field, help, error, ...rest }: FieldParts): string | typeof nothing {
  const id = fieldId(field);
  const ids = [error && `${id}-error`, help && `${id}-help`, 'counter' in rest && rest.counter && `${id}-count`];
  return ids.filter(Boolean).join(' ') || nothing;
}

function inputMode(type: TextFieldParts['type']): 'email' | 'tel' | typeof nothing {
  if (type === 'email-list') return 'email';
  return type === 'email' || type === 'tel' ? type : nothing;
}
