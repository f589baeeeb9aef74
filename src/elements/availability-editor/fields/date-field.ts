import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../../contract/values.ts';

/** What a field for a day needs. */
interface DateField {
  readonly name: string;
  readonly label: string;
  readonly value: LocalDate | null | undefined;
  readonly help?: string;
  /** Takes an emptied field as null; left out, an empty field changes nothing. */
  readonly clear?: () => void;
  readonly change: (date: LocalDate) => void;
  /** The field was left: what was typed is one step. */
  readonly left?: () => void;
}

/** A field for a day. What is still being typed is not taken over: after its first digit, a year reads 0002. */
export function dateField({ name, label, value, help, clear, change, left }: DateField): TemplateResult {
  const onChange = (event: Event) => {
    const { value: text, validity } = event.target as HTMLInputElement;
    if (validity.badInput) return;
    if (text >= '1000') change(text);
    else if (text === '') clear?.();
  };
  // Written only where it changes, not `live`: a part that was emptied to be typed anew must not fill itself again.
  const onBlur = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.value !== (value ?? '')) input.value = value ?? '';
    left?.();
  };
  return html`<label class="field"><span class="label">${label}</span>
    <input type="date" name=${name} max="9999-12-31" .value=${value ?? ''} @change=${onChange} @blur=${onBlur} />
    ${help ? html`<span class="quiet">${help}</span>` : nothing}
  </label>`;
}
