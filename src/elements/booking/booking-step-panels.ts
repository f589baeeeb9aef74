import { html, type TemplateResult } from 'lit';
import type { Session } from '../../core/sign-in/session.ts';
import type { BookingMessages } from '../i18n/booking.ts';
import type { BookingElement } from './booking-element.ts';

/** The shape of a step whose script is on its way. */
export function stepLoading(texts: BookingMessages): TemplateResult {
  return html`<div class="bones">
    <p class="visually-hidden" role="status">${texts.loadingStep}</p>
    ${[1, 2, 3, 4].map(() => html`<span></span>`)}
  </div>`;
}

/** A step whose script did not arrive. Focus it when it appears. */
export function stepFailed(texts: BookingMessages, retry: () => void, back: () => void): TemplateResult {
  return html`<div class="failed" tabindex="-1">
    <p>${texts.stepFailed}</p>
    <div>
      <button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>
      <button type="button" class="plain" @click=${back}>${texts.back}</button>
    </div>
  </div>`;
}

/** The booking that a signed link reaches, or all of who is signed in, and the way to make another one. */
export function manageBookings(
  { api, fetch, locale, timeZone, now = Date.now }: BookingElement,
  link: string,
  session: Session | undefined,
  leave: () => void,
  texts: BookingMessages,
): TemplateResult {
  return html`<cb-bookings
      .api=${api} .fetch=${fetch} .link=${link} .session=${link ? undefined : session} .locale=${locale} .timeZone=${timeZone} .now=${now}
    ></cb-bookings>
    <p><button type="button" class="secondary" @click=${leave}>${texts.bookAnother}</button></p>`;
}
