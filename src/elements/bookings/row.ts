import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/index.ts';
import { isHeld } from '../../core/bookings/selectors.ts';
import { comma, dayAndTime } from '../../domain/language/listed.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { doneMark, rowFoot } from './row-buttons.ts';
import { rowFacts } from './row-facts.ts';
import { type BookingRow, headingId, type RowActions } from './row-state.ts';

/** One booking of the list: its time, the other person, its status, and its actions. */
export function bookingRow(state: BookingRow, actions: RowActions, texts: BookingsMessages): TemplateResult {
  const { booking, words, person, row } = state;
  const label = dayAndTime(words.shortDay, words.time, state.locale);
  const status = row?.kind === 'undoable' ? 'cancelled' : booking.status;
  // The day is visible in the heading above; here it is for screen readers. Its comma and blank are in one value, because the build
  // trims a blank at the end of an element.
  const day = html`<span class=${state.single ? '' : 'visually-hidden'}>${words.day + comma(state.locale)}</span>`;
  return html`<li>
    <article
      part="booking ${status}" class="${status} ${state.picks ? 'picks' : ''} ${state.single ? 'single' : ''}"
      aria-labelledby=${headingId(booking.id)} data-booking=${booking.id}
    >
      ${state.selectable ? checkBox(state, actions, texts.select(label)) : nothing}
      <div class="when">
        <h5 id=${headingId(booking.id)} tabindex="-1" part="when" aria-level=${state.level}>${day}<span class="times">${words.times}</span></h5>
        ${state.otherOffset ? html`<p class="quiet">${state.otherOffset}</p>` : nothing}
      </div>
      <div class="facts">
        <p class="person">${booking.session_type ? `${booking.session_type.name} · ` : nothing}${state.people ?? texts.session(booking.duration_minutes, person || texts.unknownPerson[state.as])}</p>
        ${state.coachTime ? html`<p class="quiet">${state.coachTime}</p>` : nothing}
        ${rowFacts(state, texts)}
        ${state.onlyClient ? html`<p><button type="button" class="link" data-act="only-client" @click=${state.onlyClient.press}>${state.onlyClient.words}</button></p>` : nothing}
      </div>
      <p class="status ${status}" part="status ${status}">
        ${state.mark && row?.kind !== 'working' ? doneMark(texts.mark[state.mark]) : nothing}
        ${row?.kind === 'working' ? texts.working[row.to] : isSaidByMark(state) ? nothing : statusWords(state, status, texts)}
      </p>
      ${rowFoot(state, actions, texts, label)}
    </article>
  </li>`;
}

/** True when the mark repeats the status: "Confirmed" and "Completed". */
function isSaidByMark({ mark, booking, row }: BookingRow): boolean {
  return row === undefined && mark === booking.status;
}

function checkBox({ selected }: BookingRow, { select }: RowActions, label: string): TemplateResult {
  return html`<label class="pick">
    <input
      type="checkbox" part="select" data-act="select" .checked=${selected} aria-label=${label}
      @change=${(event: Event) => select((event.target as HTMLInputElement).checked)}
    >
  </label>`;
}

function statusWords(
  { as, person, people, booking, now, heldLabel }: BookingRow,
  status: Booking['status'],
  texts: BookingsMessages,
) {
  if (isHeld(booking)) return heldLabel;
  // After the session's start nobody is expected to answer.
  const isAwaited = status === 'pending' && Date.parse(booking.session_datetime) > now;
  if (!isAwaited) return texts.status[status];
  return people ? texts.waiting.client(booking.coach?.name ?? '') : texts.waiting[as](person);
}
