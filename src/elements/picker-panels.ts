import { html, type TemplateResult } from 'lit';
import type { BookingError } from '../core/errors.ts';
import type { PickerMessages } from './i18n/picker.ts';

/** Refusals that say the coach, not the connection, is the reason. */
const CLOSED_COACH = ['coach_inactive', 'invalid_coach', 'coach_not_found'];

/** Nothing could be loaded: what happened, and the way on. */
export function failurePanel(error: BookingError, t: PickerMessages, retry: () => void): TemplateResult {
  const closed = CLOSED_COACH.includes(error.code ?? '') || error.kind === 'not-found';
  const unreachable = error.kind === 'offline' || error.kind === 'timeout';
  return html`<div class="note" part="failure" role="alert">
    <p>${closed ? t.failedCoach : unreachable ? t.failedOffline : t.failed}</p>
    <button type="button" class="secondary" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}

/** What was known before is shown although it could not be loaded anew. */
export function stalePanel(t: PickerMessages, retry: () => void): TemplateResult {
  return html`<div class="note stale" part="stale" role="status">
    <p>${t.stale}</p>
    <button type="button" class="plain" @click=${retry}>${t.tryAgain}</button>
  </div>`;
}
