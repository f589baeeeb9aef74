import { html, type TemplateResult } from 'lit';
import type { BookingTexts } from '../i18n/booking.ts';

/** The placeholder of a step whose script is loading. */
export function stepLoading(texts: BookingTexts): TemplateResult {
  return html`<div class="bones">
    <p class="visually-hidden" role="status">${texts.loadingStep}</p>
    ${[1, 2, 3, 4].map(() => html`<span></span>`)}
  </div>`;
}

/** The message of a step whose script did not load. Focus it when it appears. */
export function stepFailed(texts: BookingTexts, retry: () => void, back: () => void): TemplateResult {
  return html`<div class="failed" tabindex="-1">
    <p>${texts.stepFailed}</p>
    <div>
      <button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>
      <button type="button" class="plain" @click=${back}>${texts.back}</button>
    </div>
  </div>`;
}
