import { html, nothing, type TemplateResult } from 'lit';
import type { BookingListState } from '../core/bookings/list.ts';
import type { BookingError } from '../core/errors.ts';
import type { Session } from '../core/session.ts';
import { CbAddToCalendar } from './add-to-calendar.ts';
import type { BookingsMessages } from './i18n/bookings.ts';
import { CbMoveBooking } from './move-booking.ts';
import { CbSignIn } from './sign-in.ts';

/** What comes in the place of rows while they load. */
export function skeletonRows(texts: BookingsMessages): TemplateResult {
  const row = html`<li><article><div class="facts"><div class="skeleton"></div><div class="skeleton short"></div><div class="skeleton tall"></div></div></article></li>`;
  return html`<p class="visually-hidden">${texts.loading}</p><ul aria-hidden="true">${[row, row, row]}</ul>`;
}

/** Nobody is signed in, or it is not known yet who; a link that opens nothing is told. */
export function signedOut(
  session: Session | undefined,
  linkProblem: BookingError | undefined,
  locale: string,
  texts: BookingsMessages,
): TemplateResult {
  if (session?.state.status === 'signed-in') return skeletonRows(texts);
  return html`<div class="signed-out">
    ${linkProblem ? html`<p class="panel bad" role="alert">${explainLoading(linkProblem, texts.linkBroken, texts)}</p>` : nothing}
    <cb-sign-in .session=${session} note=${texts.signIn} locale=${locale}></cb-sign-in>
  </div>`;
}

/** The list could not be loaded: why, and the way on. */
export function loadFailed(
  { status, problem }: BookingListState,
  retry: () => void,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  if (status !== 'error' || !problem) return nothing;
  return html`<div class="empty" role="alert">
    <p>${explainLoading(problem, problem.detail, texts)}</p>
    <button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button>
  </div>`;
}

/** Our own words for what passes, else `otherwise`. */
function explainLoading(problem: BookingError, otherwise: string, texts: BookingsMessages): string {
  const passing = ['offline', 'timeout', 'server', 'rate-limited'] as const;
  return (passing.some((kind) => kind === problem.kind) && texts.problems[problem.kind]) || otherwise;
}

/** How much of the list there is, and the button for more of it. */
export function moreRows(
  { bookings, total, loadingMore }: BookingListState,
  more: () => void,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  if (bookings.length >= total) return nothing;
  return html`<div class="end">
    <span class="quiet">${texts.shown(bookings.length, total)}</span>
    <button type="button" class="secondary" data-act="more" aria-disabled=${loadingMore ? 'true' : 'false'} @click=${more}>${texts.more}</button>
  </div>`;
}

/** Elements that a list of bookings is made of. */
export const bookingsParts = {
  'cb-add-to-calendar': CbAddToCalendar,
  'cb-move-booking': CbMoveBooking,
  'cb-sign-in': CbSignIn,
} as const;
