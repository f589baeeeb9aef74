import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../contract/availability.ts';
import { readInstant } from '../contract/values.ts';
import type { BookingError } from '../core/errors.ts';
import { formatDay, formatTime } from '../domain/time/format.ts';
import { localDateAt } from '../domain/time/zone.ts';
import type { NextOpeningState } from './controllers/next-opening.ts';
import type { PickerMessages } from './i18n/picker.ts';
import type { Reading } from './when.ts';

/** Refusals that say the coach, not the connection, is the reason. */
const CLOSED_COACH = ['coach_inactive', 'invalid_coach', 'coach_not_found'];

/** The next open times as buttons; while they are not known, the room they will take. */
export function nextTimesPanel(
  slots: readonly Slot[] | undefined,
  count: number,
  reading: Reading,
  t: PickerMessages,
  choose: (slot: Slot) => void,
): TemplateResult {
  const { locale, timeZone } = reading;
  const day = { locale, weekday: 'short', day: 'numeric', month: 'short' } as const;
  return html`<div class="next" part="next">
    <h3 id="next">${t.nextOpenTimes}</h3>
    ${slots?.length === 0 ? html`<p>${t.noNextTimes}</p>` : nothing}
    <ul role="list" ?hidden=${slots?.length === 0} aria-labelledby="next" aria-busy=${slots ? nothing : 'true'}>
      ${Array.from({ length: count }, (_, index) => {
        const slot = slots?.[index];
        if (!slot) return html`<li class=${slots ? '' : 'bone'} aria-hidden="true"></li>`;
        const at = readInstant(slot.start) ?? 0;
        return html`<li>
          <button type="button" @click=${() => choose(slot)}>
            <span>${formatDay(localDateAt(timeZone, at), day)}</span> ${formatTime(at, reading)}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}

/** Where the next opening is, and the button that goes there. */
export function wayOnPanel(
  next: NextOpeningState,
  reading: Reading,
  t: PickerMessages,
  on: { readonly goTo: (slot: Slot) => void; readonly nextMonth: () => void },
): TemplateResult {
  switch (next.status) {
    case 'searching':
      return html`<p class="quiet">${t.searching}</p>`;
    case 'found': {
      const { slot } = next;
      const at = readInstant(slot.start) ?? 0;
      const day = formatDay(localDateAt(reading.timeZone, at), {
        locale: reading.locale,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      });
      return html`<button type="button" class="secondary way-on" @click=${() => on.goTo(slot)}>
        ${t.nextOpenTime(`${day}, ${formatTime(at, reading)}`)}
      </button>`;
    }
    case 'none':
      return html`<p class="quiet">${t.noTimesAtAllHelp}</p>`;
    case 'failed':
      return html`<button type="button" class="secondary way-on" @click=${on.nextMonth}>${t.showNextMonth}</button>`;
  }
}

/** A month without times. */
export function emptyPanel(
  month: string,
  next: NextOpeningState,
  wayOn: TemplateResult,
  t: PickerMessages,
): TemplateResult {
  return html`<div class="note" part="empty">
    <p>${next.status === 'none' ? t.noTimesAtAll : t.noTimesIn(month)}</p>
    ${wayOn}
  </div>`;
}

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
