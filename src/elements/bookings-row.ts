import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, Coach } from '../contract/index.ts';
import type { RowState } from '../core/bookings/row.ts';
import { hasNotice, isNear } from '../core/bookings/selectors.ts';
import { nextStatuses } from '../domain/booking/lifecycle.ts';
import { calendarEventOf } from './booking-calendar-event.ts';
import { alertIcon } from './booking-icons.ts';
import type { BookingsMessages } from './i18n/bookings.ts';
import { isWebAddress } from './web-address.ts';
import type { When } from './when.ts';

/** What one row of the list shows and offers. */
export interface BookingRow {
  readonly booking: Booking;
  readonly as: 'client' | 'coach';
  readonly when: When;
  /** The other side: the coach for a client, the client for a coach. */
  readonly person: string;
  /** The coach's rules on how late a client may change a booking, once they are known. */
  readonly coach: Coach | undefined;
  readonly locale: string;
  readonly row: RowState | undefined;
  readonly now: number;
  readonly secondsToUndo: number;
  /** The visitor is being asked whether to cancel it. */
  readonly asking: boolean;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly movable: boolean;
}

/** What can be done with a row. */
export interface RowActions {
  readonly change: (to: 'confirmed' | 'completed') => void;
  readonly ask: (asking: boolean) => void;
  readonly cancel: (reason: string) => void;
  readonly undo: () => void;
  readonly move: () => void;
  readonly dismiss: () => void;
  readonly select: (selected: boolean) => void;
}

/** One booking of the list. */
export function bookingRow(state: BookingRow, actions: RowActions, texts: BookingsMessages): TemplateResult {
  const { booking, when, person, row } = state;
  const label = `${when.shortDay}, ${when.time}`;
  const status = row?.kind === 'undoable' ? 'cancelled' : booking.status;
  return html`<li>
    <article part="booking ${status}" aria-labelledby="when-${booking.id}" class=${status} data-booking=${booking.id}>
      ${
        state.selectable
          ? html`<label class="pick">
              <input
                type="checkbox" part="select" .checked=${state.selected} aria-label=${texts.select(label)}
                @change=${(event: Event) => actions.select((event.target as HTMLInputElement).checked)}
              >
            </label>`
          : nothing
      }
      <div class="facts">
        <h4 id="when-${booking.id}" tabindex="-1" part="when">${when.day} <span class="times">${when.times}</span></h4>
        <p class="person">${texts.session(booking.duration_minutes, person || texts.unknownPerson)}</p>
        ${booking.notes ? html`<p class="quiet"><span class="visually-hidden">${texts.notes}: </span>${booking.notes}</p>` : nothing}
        ${booking.cancellation_reason ? html`<p class="quiet">${texts.reason}: ${booking.cancellation_reason}</p>` : nothing}
      </div>
      <p class="status ${status}" part="status ${status}">
        ${row?.kind === 'working' ? texts.working[row.to] : texts.status[status]}
      </p>
      ${rowFoot(state, actions, texts, label)}
    </article>
  </li>`;
}

function rowFoot(state: BookingRow, actions: RowActions, texts: BookingsMessages, label: string): unknown {
  const { row } = state;
  if (row?.kind === 'undoable') {
    return html`<p class="foot">
      <span>${texts.undoable} <span class="seconds" aria-hidden="true">${state.secondsToUndo} s</span></span>
      <button type="button" class="secondary" data-undo part="undo" aria-label=${texts.about(texts.undo, label)} @click=${actions.undo}>
        ${texts.undo}
      </button>
    </p>`;
  }
  if (state.asking) return cancelQuestion(state, actions, texts, label);
  return [row?.kind === 'failed' ? refusal(row, actions, texts) : nothing, rowButtons(state, actions, texts, label)];
}

function rowButtons(state: BookingRow, actions: RowActions, texts: BookingsMessages, label: string): unknown {
  const { booking, as, coach, now, row } = state;
  const busy = row?.kind === 'working';
  const next = nextStatuses(booking.status);
  const cancelNotice = as === 'client' ? (coach?.cancel_notice_minutes ?? 0) : 0;
  const moveNotice = as === 'client' ? (coach?.move_notice_minutes ?? 0) : 0;
  const ended = Date.parse(booking.session_datetime) + booking.duration_minutes * 60_000 <= now;
  const mayCancel = next.includes('cancelled') && (as === 'coach' || !ended);
  const inTimeToCancel = cancelNotice === 0 || hasNotice(booking, cancelNotice, now);
  const inTimeToMove = moveNotice === 0 || hasNotice(booking, moveNotice, now);
  const mayMove = mayCancel && state.movable && !ended;
  const button = (act: string, name: string, press: () => void, look = 'secondary') =>
    html`<button
      type="button" class=${look} part=${name} data-act=${name} aria-disabled=${busy ? 'true' : 'false'}
      aria-label=${texts.about(act, label)} @click=${() => busy || press()}
    >${act}</button>`;
  const join =
    isWebAddress(booking.meeting_link) && booking.status === 'confirmed' && isNear(booking, now)
      ? html`<a class="primary join" part="join" href=${booking.meeting_link} target="_blank" rel="noopener">${texts.join}</a>`
      : nothing;
  // Each keeps its place, shown or not: else a button that goes would hand its focus to the next act.
  const buttons = [
    join,
    as === 'coach' && next.includes('confirmed') && !ended
      ? button(texts.confirm, 'confirm', () => actions.change('confirmed'), 'primary')
      : nothing,
    as === 'coach' && next.includes('completed') && ended
      ? button(texts.complete, 'complete', () => actions.change('completed'))
      : nothing,
    mayMove && inTimeToMove ? button(texts.move, 'move', actions.move) : nothing,
    mayCancel && inTimeToCancel ? button(texts.cancel, 'cancel', () => actions.ask(true)) : nothing,
    as === 'client' && mayCancel ? addToCalendar(state, texts) : nothing,
  ];
  return [
    mayCancel && !inTimeToCancel
      ? html`<p class="foot quiet">${texts.lateToCancel(texts.notice(cancelNotice))}</p>`
      : nothing,
    mayMove && !inTimeToMove && inTimeToCancel
      ? html`<p class="foot quiet">${texts.lateToMove(texts.notice(moveNotice))}</p>`
      : nothing,
    buttons.some((part) => part !== nothing) ? html`<div class="foot">${buttons}</div>` : nothing,
  ];
}

function addToCalendar({ booking, coach, person, locale }: BookingRow, texts: BookingsMessages): TemplateResult {
  const title = texts.session(booking.duration_minutes, person || texts.unknownPerson);
  return html`<cb-add-to-calendar locale=${locale} .event=${calendarEventOf(booking, title, coach)}></cb-add-to-calendar>`;
}

function cancelQuestion(
  { booking }: BookingRow,
  actions: RowActions,
  texts: BookingsMessages,
  label: string,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    actions.cancel(String(reason ?? '').trim());
  };
  return html`<form class="foot question" @submit=${submit} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && actions.ask(false)}>
    <p id="ask-${booking.id}">${texts.cancelQuestion(label)}</p>
    <div class="field">
      <label class="label" for="reason-${booking.id}">${texts.cancelReason} <small>(${texts.optional})</small></label>
      <input id="reason-${booking.id}" name="reason" maxlength="500" autocomplete="off" aria-describedby="ask-${booking.id}" data-reason>
    </div>
    <div class="buttons">
      <button class="primary danger" part="cancel-now">${texts.cancelNow}</button>
      <button type="button" class="secondary" @click=${() => actions.ask(false)}>${texts.keep}</button>
    </div>
  </form>`;
}

function refusal(
  row: Extract<RowState, { kind: 'failed' }>,
  actions: RowActions,
  texts: BookingsMessages,
): TemplateResult {
  const { problem, to } = row;
  const act = { confirmed: texts.confirm, completed: texts.complete, cancelled: texts.cancel, pending: '' }[to];
  return html`<div class="foot panel bad" role="alert" part="problem">
    ${alertIcon}
    <p>${texts.problems[problem.kind] ?? texts.refused(act, problem.detail)}</p>
    <button type="button" class="plain" @click=${actions.dismiss}>${texts.dismiss}</button>
  </div>`;
}
