import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import { hasEnded } from '../../core/bookings/selectors.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import { cancelQuestion } from './cancel-question.ts';

/** The data of the bar under the list. */
interface Toolbar {
  readonly chosen: readonly Booking[];
  /** The number of bookings that can be selected. */
  readonly selectable: number;
  /** The ids of cancellations that can still be undone. */
  readonly undoable: readonly string[];
  /** The time left for it, in words. */
  readonly secondsLeft: string;
  /** True while the time to undo stands still. */
  readonly held: boolean;
  /** True while the question about cancelling the selected bookings is open. */
  readonly asking: boolean;
  /** The amount that is refunded when the selected bookings are cancelled; empty where nothing was paid online. */
  readonly moneyBack: string;
  /** Epoch ms. */
  readonly now: number;
}

/** The actions on several bookings. */
interface ToolbarActions {
  readonly change: (ids: readonly string[], to: 'confirmed' | 'completed') => void;
  readonly ask: (asking: boolean) => void;
  readonly cancel: (ids: readonly string[], reason: string) => void;
  readonly undo: (ids: readonly string[]) => void;
  /** Stops the time to undo while the pointer is on it. */
  readonly holdUndo: (held: boolean) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

/** The bar for several bookings: actions on the selected ones, or the undo button. */
export function toolbar(
  bar: Toolbar,
  actions: ToolbarActions,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  const { chosen, undoable, asking } = bar;
  if (chosen.length === 0) return undoable.length > 1 ? undoBar(bar, actions, texts) : nothing;
  if (!asking) return chosenBar(bar, actions, texts);
  return html`<div class="toolbar" part="toolbar">
    ${cancelQuestion({
      id: 'chosen',
      question: texts.cancelSeveral(chosen.length),
      money: bar.moneyBack,
      reasonLabel: texts.cancelReason,
      act: texts.cancelNow(chosen.length),
      count: chosen.length,
      cancel: (reason) => actions.cancel(idsOf(chosen), reason),
      keep: () => actions.ask(false),
      texts,
    })}
  </div>`;
}

function undoBar(
  { undoable, secondsLeft, held }: Toolbar,
  { undo, holdUndo }: ToolbarActions,
  texts: BookingsMessages,
): TemplateResult {
  return html`<div class="toolbar" part="toolbar" @pointerenter=${() => holdUndo(true)} @pointerleave=${() => holdUndo(false)}>
    <span>${texts.undoable(undoable.length)} <span class="seconds ${held ? 'held' : ''}" aria-hidden="true">${secondsLeft}</span></span>
    <button type="button" class="secondary" data-undo-all part="undo" @click=${() => undo(undoable)}>${texts.undoAll}</button>
  </div>`;
}

/** Each button acts on those selected bookings that allow it, and shows their number. */
function chosenBar(
  { chosen, selectable, now }: Toolbar,
  actions: ToolbarActions,
  texts: BookingsMessages,
): TemplateResult {
  const confirmable = idsOf(chosen.filter((booking) => booking.status === 'pending' && !hasEnded(booking, now)));
  const completable = idsOf(chosen.filter((booking) => booking.status === 'confirmed' && hasEnded(booking, now)));
  const button = (act: string, look: string, words: string, press: () => void) =>
    html`<button type="button" class=${look} data-act=${act} @click=${press}>${words}</button>`;
  return html`<div class="toolbar" part="toolbar">
    <span class="buttons">
      <span class="selected">${texts.selected(chosen.length)}</span>
      ${chosen.length < selectable ? button('select-all', 'plain', texts.selectAll, actions.selectAll) : nothing}
      ${button('clear', 'plain', texts.clear, actions.clear)}
    </span>
    <span class="buttons">
      ${confirmable.length ? button('confirm-selected', 'primary', texts.confirmSelected(confirmable.length), () => actions.change(confirmable, 'confirmed')) : nothing}
      ${completable.length ? button('complete-selected', 'primary', texts.completeSelected(completable.length), () => actions.change(completable, 'completed')) : nothing}
      ${button('cancel-selected', 'secondary', texts.cancelSelected(chosen.length), () => actions.ask(true))}
    </span>
  </div>`;
}
