import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../../contract/values.ts';
import type { EditorMessages } from '../../i18n/editor.ts';
import type { InvalidEntries } from '../part/invalid-entries.ts';
import { fieldError } from './field-error.ts';

/** The options of a date field. */
interface DateField {
  readonly name: string;
  readonly label: string;
  readonly value: LocalDate | null | undefined;
  readonly help?: string;
  /** The day is invalid together with another; the message is shown elsewhere. */
  readonly wrong?: boolean;
  /** The field's name when the part has several: `from-k2`; `name` when left out. */
  readonly entry?: string;
  readonly invalid: InvalidEntries;
  readonly t: EditorMessages;
  /** Called for an emptied field; left out, the field shows its day again on blur. */
  readonly clear?: () => void;
  readonly change: (date: LocalDate) => void;
  /** Called on blur: what was typed becomes one undo step. */
  readonly left?: () => void;
}

/** A field for a day. An incomplete date (after its first digit, a year reads 0002) is ignored until blur, then shown as an error. */
export function dateField(field: DateField): TemplateResult {
  const { name, label, value, help, invalid, t, entry = name } = field;
  const message = invalid.message(entry);
  const onChange = (event: Event) => {
    const { value: text, validity } = event.target as HTMLInputElement;
    if (validity.badInput || (text !== '' && text < '1000')) return;
    invalid.accept(entry);
    if (text) field.change(text);
    else field.clear?.();
  };
  // Not `live`: an emptied part of the date must not be filled again while the coach types.
  const onBlur = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.validity.badInput || (input.value !== '' && input.value < '1000')) {
      invalid.report(entry, label, t.dateWrong, input);
    } else if (input.value !== (value ?? '')) {
      input.value = value ?? '';
    }
    field.left?.();
  };
  return html`<label class="field"><span class="label">${label}</span>
    <input
      type="date" name=${name} max="9999-12-31" .value=${value ?? ''}
      aria-invalid=${message || field.wrong ? 'true' : nothing} aria-describedby=${message ? `error-${entry}` : nothing}
      @change=${onChange} @blur=${onBlur}
    />
    ${fieldError(entry, message)}
    ${help ? html`<span class="quiet">${help}</span>` : nothing}
  </label>`;
}
