import { html, nothing, type TemplateResult } from 'lit';
import { chevronDown } from '../base/icons.ts';
import type { FieldKit, FieldParts } from './form-field.ts';

/** The options of a field with a few values. */
interface ChoiceFieldParts extends FieldParts {
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => void;
  /** The first line of a drop-down list. */
  readonly prompt: string;
}

/** Up to four choices as radio buttons, more as a drop-down list. */
export function choiceField(parts: ChoiceFieldParts, kit: FieldKit): TemplateResult {
  return parts.options.length > 4 ? listField(parts, kit) : radioField(parts, kit);
}

function radioField(parts: ChoiceFieldParts, { fieldId, labelText, below, describedBy }: FieldKit): TemplateResult {
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

/** In a read-only field a press must not change the browser's own state of the buttons. */
const keepChoice = (event: Event): void => event.preventDefault();

function listField(parts: ChoiceFieldParts, { fieldId, labelText, below, describedBy }: FieldKit): TemplateResult {
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
