import { html, type TemplateResult } from 'lit';
import { chevronDown } from '../base/icons.ts';
import { fieldId } from '../forms/form-field.ts';

/** A box to tick, with its words beside it. */
export function checkBox(
  field: string,
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox" id=${fieldId(field)} name=${field} .checked=${checked}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    ><span>${label}</span>
  </label>`;
}

/** A drop-down list of a few values, each with its words. */
export function selectField<V extends string>(
  field: string,
  label: string,
  value: V,
  words: Readonly<Record<V, string>>,
  change: (value: V) => void,
): TemplateResult {
  const id = fieldId(field);
  const values = Object.keys(words) as V[];
  const changed = (event: Event) => {
    const { value: wanted } = event.target as HTMLSelectElement;
    const known = values.find((each) => each === wanted);
    if (known !== undefined) change(known);
  };
  return html`<div class="field" part="form-row">
    <label class="label" for=${id}>${label}</label>
    <span class="select"><select id=${id} name=${field} part="field" @change=${changed}>
      ${values.map((each) => html`<option value=${each} ?selected=${each === value}>${words[each]}</option>`)}
    </select>${chevronDown}</span>
  </div>`;
}
