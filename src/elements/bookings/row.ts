import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/index.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { firstName } from '../words/booking-times.ts';
import { doneMark, rowFoot } from './row-buttons.ts';
import { rowFacts } from './row-facts.ts';
import type { BookingRow, RowActions } from './row-state.ts';

/** One booking of the list. */
export function bookingRow(state: BookingRow, actions: RowActions, texts: BookingsMessages): TemplateResult {
  const { booking, when, person, row } = state;
  const label = `${when.shortDay}, ${when.time}`;
  const status = row?.kind === 'undoable' ? 'cancelled' : booking.status;
  return html`<li>
    <article
      part="booking ${status}" class="${status} ${state.picks ? 'picks' : ''}"
      aria-labelledby="when-${booking.id}" data-booking=${booking.id}
    >
      ${state.selectable ? checkBox(state, actions, texts.select(label)) : nothing}
      <div class="facts">
        <h4 id="when-${booking.id}" tabindex="-1" part="when">${when.day}, <span class="times">${when.times}</span></h4>
        ${state.otherOffset ? html`<p class="quiet">${state.otherOffset}</p>` : nothing}
        <p class="person">${texts.session(booking.duration_minutes, person || texts.unknownPerson)}</p>
        ${state.coachTime ? html`<p class="quiet">${state.coachTime}</p>` : nothing}
        ${rowFacts(state, texts)}
      </div>
      <p class="status ${status}" part="status ${status}">
        ${state.mark === 'moved' || state.mark === 'kept' ? doneMark(texts.mark[state.mark]) : nothing}
        ${row?.kind === 'working' ? texts.working[row.to] : statusWords(state, status, texts)}
      </p>
      ${rowFoot(state, actions, texts, label)}
    </article>
  </li>`;
}

function checkBox({ selected }: BookingRow, { select }: RowActions, label: string): TemplateResult {
  return html`<label class="pick">
    <input
      type="checkbox" part="select" .checked=${selected} aria-label=${label}
      @change=${(event: Event) => select((event.target as HTMLInputElement).checked)}
    >
  </label>`;
}

function statusWords({ as, person, booking, now }: BookingRow, status: Booking['status'], texts: BookingsMessages) {
  // Nobody is waited for when the time has passed.
  const isAwaited = status === 'pending' && Date.parse(booking.session_datetime) > now;
  return isAwaited ? texts.waiting[as](firstName(person)) : texts.status[status];
}
