import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from '../../base/booking-icons.ts';

/** The error message under a field. `aria-describedby` of the field names `error-<name>`. */
export function fieldError(name: string, message: string | undefined): TemplateResult | typeof nothing {
  if (!message) return nothing;
  return html`<span class="error" id="error-${name}" role="alert">${alertIcon}${message}</span>`;
}
