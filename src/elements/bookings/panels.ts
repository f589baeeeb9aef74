import { html, nothing, type TemplateResult } from 'lit';
import type { BookingListState } from '../../core/bookings/list.ts';
import type { BookingError } from '../../core/errors.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import { CbAddToCalendar } from '../add-to-calendar/add-to-calendar.ts';
import { CbBookingConfirmation } from '../booking-confirmation/booking-confirmation.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { CbMoveBooking } from '../move-booking/move-booking.ts';
import { CbPayment } from '../payment/payment.ts';
import { CbRenewLink } from '../renew-link/renew-link.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { refusalText } from '../words/refusal-text.ts';
import { isPassing } from './refusal.ts';

/** Placeholders for rows while they load. */
export function skeletonRows(texts: BookingsMessages): TemplateResult {
  const row = html`<li><article><div class="facts"><div class="skeleton"></div><div class="skeleton short"></div><div class="skeleton tall"></div></div></article></li>`;
  return html`<p class="visually-hidden">${texts.loading}</p><ul aria-hidden="true">${[row, row, row]}</ul>`;
}

/** The view when nobody is signed in, or the sign-in has ended: the reason, and the sign-in form. */
export function signedOut(
  signIn: SignIn | undefined,
  as: 'client' | 'coach',
  locale: string,
  texts: BookingsMessages,
): TemplateResult {
  const account = signIn?.state;
  const email = account?.status === 'expired' ? (account.user?.email ?? '') : '';
  const note = account?.status === 'expired' ? texts.signInAgain : texts.signIn[as];
  if (signIn?.hosted)
    return html`<div class="signed-out" role="alert"><p>${account?.status === 'expired' ? texts.problems.unauthenticated : texts.signIn[as]}</p></div>`;
  // Coaches get their account from the operator of the service.
  return html`<div class="signed-out">
    <cb-sign-in .signIn=${signIn} .email=${email} note=${note} locale=${locale} ?no-sign-up=${as === 'coach'}></cb-sign-in>
  </div>`;
}

/** The view of an invalid link: the reason, and the ways on. */
export function brokenLink(
  problem: BookingError,
  {
    retry,
    signIn,
    ...old
  }: {
    readonly retry: () => void;
    readonly signIn: () => void;
    readonly link: string;
    readonly client: VisitorClient | undefined;
  },
  texts: BookingsMessages,
  locale: string,
): TemplateResult {
  const isWorthIt = isPassing(problem.kind);
  return html`<div class="signed-out">
    <h3 tabindex="-1" data-heading>${texts.title.single}</h3>
    <p role="alert">${explainLoading(problem, texts.linkBroken, texts)}</p>
    ${problem.code === 'token_expired' ? html`<cb-renew-link .link=${old.link} .client=${old.client} locale=${locale}></cb-renew-link>` : nothing}
    <div class="buttons">
      ${isWorthIt ? html`<button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>` : nothing}
      <button type="button" class="secondary" data-act="sign-in" @click=${signIn}>${texts.signInNow}</button>
    </div>
  </div>`;
}

/** The view when the list could not be loaded: the reason, and the way on. */
export function loadFailed(
  { status, problem }: BookingListState,
  retry: () => void,
  texts: BookingsMessages,
  locale: string,
): TemplateResult | typeof nothing {
  if (status !== 'error' || !problem) return nothing;
  return html`<div class="empty" role="alert">
    <p>${explainLoading(problem, refusalText(problem, locale), texts)}</p>
    <button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>
  </div>`;
}

/** Our own text for temporary failures, else `otherwise`. */
function explainLoading({ kind }: BookingError, otherwise: string, texts: BookingsMessages): string {
  return (isPassing(kind) && texts.problems[kind]) || otherwise;
}

/** The view without rows: no bookings at all, or none that match the chosen status or the search. */
export function emptyView(text: string, showAll: (() => void) | undefined, texts: BookingsMessages): TemplateResult {
  return html`<div class="empty">
    <p>${text}</p>
    ${showAll ? html`<button type="button" class="secondary" data-act="show-all" @click=${showAll}>${texts.showAll}</button>` : nothing}
  </div>`;
}

/** The number of rows drawn, and the button that draws more of the loaded ones. */
export function moreDrawn(
  { drawn, known }: { readonly drawn: number; readonly known: number },
  more: () => void,
  texts: BookingsMessages,
): TemplateResult {
  return html`<div class="end">
    <span class="quiet">${texts.drawn(drawn, known)}</span>
    <button type="button" class="secondary" data-act="draw-more" @click=${more}>${texts.more}</button>
  </div>`;
}

/** The number of bookings loaded, and the button that loads more. */
export function moreRows(
  { loaded, total, loadingMore }: BookingListState,
  more: () => void,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  if (loaded >= total) return nothing;
  return html`<div class="end">
    <span class="quiet">${texts.shown(loaded, total)}</span>
    <button type="button" class="secondary" data-act="more" aria-disabled=${loadingMore ? 'true' : 'false'} @click=${more}>${texts.more}</button>
  </div>`;
}

/** The elements in a list of bookings. */
export const bookingsParts = {
  'cb-add-to-calendar': CbAddToCalendar,
  'cb-booking-confirmation': CbBookingConfirmation,
  'cb-move-booking': CbMoveBooking,
  'cb-payment': CbPayment,
  'cb-renew-link': CbRenewLink,
  'cb-sign-in': CbSignIn,
} as const;
