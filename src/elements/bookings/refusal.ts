import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/index.ts';
import type { RowState } from '../../core/bookings/row.ts';
import type { BookingErrorKind } from '../../core/errors.ts';
import { nextStatuses } from '../../domain/booking/lifecycle.ts';
import { alertIcon } from '../base/booking-icons.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { refusalText } from '../words/refusal-text.ts';
import type { BookingRow, RowActions } from './row-state.ts';

type Failed = Extract<RowState, { kind: 'failed' }>;

const passing: readonly BookingErrorKind[] = ['offline', 'timeout', 'rate-limited', 'server'];

/** True for failures that may succeed when tried again. */
export function isPassing(kind: BookingErrorKind): boolean {
  return passing.includes(kind);
}

/** The reason why a change was refused, and the way on. */
export function refusal(
  row: Failed,
  { booking, as, locale }: BookingRow,
  { retry, dismiss }: RowActions,
  texts: BookingsMessages,
): TemplateResult {
  return html`<div class="foot panel bad" role="alert" part="problem">
    ${alertIcon}
    <p>${wordsFor(row, booking, as, texts, locale)}</p>
    <div class="buttons">
      ${isPassing(row.problem.kind) ? html`<button type="button" class="secondary" data-act="retry" @click=${retry}>${texts.tryAgain}</button>` : nothing}
      <button type="button" class="plain" data-act="dismiss" @click=${dismiss}>${texts.dismiss}</button>
    </div>
  </div>`;
}

/** The booking's present status explains a refusal better than the server's sentence. */
function wordsFor(
  { problem, to }: Failed,
  { status }: Booking,
  as: BookingRow['as'],
  texts: BookingsMessages,
  locale: string,
): string {
  const { kind, code = '' } = problem;
  if (kind === 'offline' && !globalThis.navigator.onLine) return texts.noConnection;
  const isReply = kind === 'invalid' || kind === 'conflict';
  if (isReply && !nextStatuses(status).includes(to)) return texts.already[status];
  return texts.codes[as][code] ?? texts.problems[kind] ?? texts.refused(refusalText(problem, locale));
}
