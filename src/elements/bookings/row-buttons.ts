import { html, nothing, type TemplateResult } from 'lit';
import { hasEnded, hasNotice, isHeld, isNear } from '../../core/bookings/selectors.ts';
import { nextStatuses } from '../../domain/booking/lifecycle.ts';
import { mailto, webAddress } from '../../domain/calendar/web-address.ts';
import { calendarEventOf } from '../add-to-calendar/booking-calendar-event.ts';
import { checkIcon } from '../base/booking-icons.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { cancelQuestion } from './cancel-question.ts';
import { refusal } from './refusal.ts';
import { type BookingRow, type RowActions, secondsLeft } from './row-state.ts';

/** The actions on a booking, under its facts. */
export function rowFoot(state: BookingRow, actions: RowActions, texts: BookingsMessages, label: string): unknown {
  const { row, booking } = state;
  if (row?.kind === 'undoable') {
    return html`<div class="foot" @pointerenter=${() => actions.holdUndo('pointer', true)} @pointerleave=${() => actions.holdUndo('pointer', false)}>
      <span class="seconds ${row.held ? 'held' : ''}" aria-hidden="true">${secondsLeft(state.secondsToUndo, state.locale)}</span>
      <button type="button" class="secondary" data-undo part="undo" aria-label=${texts.about(texts.undo, label)} @click=${actions.undo}>
        ${texts.undo}
      </button>
    </div>`;
  }
  if (state.refunding) return state.refunding;
  if (state.asking) {
    return cancelQuestion({
      id: booking.id,
      money: state.moneyBack,
      ...(isDeclined(state)
        ? {
            question: texts.declineQuestion(label),
            reasonLabel: texts.declineReason(state.person),
            act: texts.declineNow,
          }
        : { question: texts.cancelQuestion(label), reasonLabel: texts.cancelReason, act: texts.cancelNow(1) }),
      count: 1,
      cancel: actions.cancel,
      keep: () => actions.ask(false),
      texts,
    });
  }
  // Below the buttons: above them it would push them away from the pointer.
  return [
    rowButtons(state, actions, texts, label),
    row?.kind === 'failed' ? refusal(row, state, actions, texts) : nothing,
    state.refundFailure ?? nothing,
  ];
}

/** True when cancelling means declining: a coach's booking that is not confirmed yet. */
function isDeclined({ as, booking }: BookingRow): boolean {
  return as === 'coach' && booking.status === 'pending';
}

function rowButtons(state: BookingRow, actions: RowActions, texts: BookingsMessages, label: string): unknown {
  const { booking, as, coach, now, row } = state;
  const busy = row?.kind === 'working';
  const next = nextStatuses(booking.status);
  const cancelNotice = as === 'client' ? (coach?.cancel_notice_minutes ?? 0) : 0;
  const moveNotice = as === 'client' ? (coach?.move_notice_minutes ?? 0) : 0;
  const ended = hasEnded(booking, now);
  const mayCancel = next.includes('cancelled') && (as === 'coach' || !ended);
  const isLateToCancel = mayCancel && cancelNotice > 0 && !hasNotice(booking, cancelNotice, now);
  const mayMove = mayCancel && state.movable && !ended;
  const isLateToMove = mayMove && moveNotice > 0 && !hasNotice(booking, moveNotice, now);
  // Buttons are plain in a list; on a page with a single booking they stand out, because visitors come there to use them.
  const quiet = state.single ? 'secondary' : 'plain';
  const button = (act: string, name: string, press: () => void, look = quiet, roomFor?: string) =>
    html`<button
      type="button" class=${look} part=${name} data-act=${name} data-room-for=${roomFor ?? nothing} aria-disabled=${busy ? 'true' : 'false'}
      aria-label=${texts.about(act, label)} @click=${() => busy || press()}
    >${act}</button>`;
  const meeting = webAddress(booking.meeting_link);
  const join =
    meeting && booking.status === 'confirmed' && isNear(booking, now)
      ? html`<a class="primary join" part="join" href=${meeting} target="_blank" rel="noopener">${texts.join}</a>`
      : nothing;
  const mayConfirm = as === 'coach' && next.includes('confirmed') && !ended;
  const mayComplete = as === 'coach' && next.includes('completed') && ended;
  // A coach reads "Decline" or "Cancel" by the status; the button has room for both, so that the other buttons keep their places.
  const [noWords, otherWords] = isDeclined(state) ? [texts.decline, texts.cancel] : [texts.cancel, texts.decline];
  const no = button(noWords, 'cancel', () => actions.ask(true), quiet, as === 'coach' ? otherWords : undefined);
  // Each keeps its place, shown or not: otherwise a removed button would pass its focus, or a second click, to the next button.
  const { refund } = actions;
  const buttons = [
    join,
    state.payLabel ? button(state.payLabel, 'pay', actions.pay, 'primary') : nothing,
    mayConfirm ? button(texts.confirm, 'confirm', () => actions.change('confirmed'), 'secondary answer') : nothing,
    mayComplete ? button(texts.complete, 'complete', () => actions.change('completed'), 'secondary answer') : nothing,
    mayMove && !isLateToMove ? button(texts.move, 'move', actions.move) : nothing,
    mayCancel && !isLateToCancel ? no : nothing,
    refund ? button(state.refundLabel, 'refund', refund) : nothing,
    // What is only held is not booked yet.
    as === 'client' && mayCancel && !isHeld(booking) ? addToCalendar(state, texts) : nothing,
  ];
  const late =
    isLateToCancel && isLateToMove
      ? texts.lateForBoth(texts.notice(moveNotice), texts.notice(cancelNotice))
      : isLateToCancel
        ? texts.lateToCancel(texts.notice(cancelNotice))
        : isLateToMove
          ? texts.lateToMove(texts.notice(moveNotice))
          : '';
  return [
    late ? html`<p class="foot quiet"><span>${late} ${wayOn(state, texts)}</span></p>` : nothing,
    buttons.some((part) => part !== nothing) ? html`<div class="foot">${buttons}</div>` : nothing,
  ];
}

/** When it is too late to change the booking here, client and coach can still talk. */
function wayOn({ booking, person }: BookingRow, texts: BookingsMessages): unknown {
  const address = booking.coach?.email;
  if (!address) return texts.contact(person);
  return html`${texts.writeTo} <a href=${mailto(address) ?? nothing}>${address}</a>.`;
}

/** The visible mark of the last action. */
export function doneMark(words: string): TemplateResult {
  return html`<span class="mark" part="done">${checkIcon}${words}</span>`;
}

function addToCalendar({ booking, as, coach, person, locale }: BookingRow, texts: BookingsMessages): TemplateResult {
  const title = texts.session(booking.duration_minutes, person || texts.unknownPerson[as]);
  return html`<cb-add-to-calendar locale=${locale} .event=${calendarEventOf(booking, title, coach, texts.manageLink, locale)}></cb-add-to-calendar>`;
}
