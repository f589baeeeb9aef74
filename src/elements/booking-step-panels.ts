import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from './booking-steps.ts';
import type { BookingMessages } from './i18n/booking.ts';

/** The shape of a step whose script is on its way. */
export function stepLoading(texts: BookingMessages): TemplateResult {
  return html`<div class="bones">
    <p class="visually-hidden" role="status">${texts.loadingStep}</p>
    ${[1, 2, 3, 4].map(() => html`<span></span>`)}
  </div>`;
}

/** A step whose script did not arrive. */
export function stepFailed(
  texts: BookingMessages,
  step: Exclude<Step, 'choose'>,
  retry: () => void,
  back: () => void,
): TemplateResult {
  const booked = step === 'booked';
  return html`<div class="failed" role="alert">
    <p>${booked ? texts.confirmationFailed : texts.stepFailed}</p>
    <div>
      <button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>
      ${booked ? nothing : html`<button type="button" class="plain" @click=${back}>${texts.back}</button>`}
    </div>
  </div>`;
}
