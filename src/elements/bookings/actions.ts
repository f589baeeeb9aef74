import type { LitElement, ReactiveController } from 'lit';
import type { Booking, BookingStatus } from '../../contract/booking.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { UNDO_MS } from '../../core/bookings/undo-time.ts';
import type { BookingErrorKind } from '../../core/errors.ts';
import { EverySecond } from '../controllers/every-second.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { OnReturn } from '../controllers/on-return.ts';
import type { BookingMark, BookingsMessages } from '../i18n/bookings.ts';
import { BookingsChangeEvent } from './change-event.ts';
import { keepPlace, placeOf } from './row-place.ts';
import { headingId, type RowActions } from './row-state.ts';

/** Names the question whether to cancel all selected bookings. */
export const SELECTED = 'selected';

const headingOf = (id: string) => `#${headingId(id)}`;

/** The present actions in the list. */
interface Work {
  /** The booking, or `SELECTED`, that the question about cancelling is about. */
  readonly asking: string | undefined;
  readonly moving: Booking | undefined;
  readonly selected: ReadonlySet<string>;
  /** Bookings changed while this view was shown: they keep their places, so that the change can be seen. */
  readonly kept: ReadonlySet<string>;
  /** The last action on each booking, by its id. */
  readonly marks: ReadonlyMap<string, BookingMark | undefined>;
  /** The text of the live region. */
  readonly said: string;
}

const atRest = {
  asking: undefined,
  selected: new Set(),
  kept: new Set(),
  marks: new Map(),
} as const satisfies Partial<Work>;

/** Carries out the actions of the list, announces the results, and moves the focus. */
export class ListActions implements ReactiveController {
  readonly focusOn: MoveFocus;
  private work: Work = { ...atRest, moving: undefined, said: '' };
  /** The announcement of the cancellation that can still be undone. */
  private undoWords = '';
  /** The id of the booking of the last action: its row gets the focus when the pressed button is removed. */
  private place = '';
  /** The screen position of the row whose booking is being moved. */
  private rowPlace: number | undefined;
  /** The reasons why the time to undo stands still. */
  private readonly holding = new Set<'pointer' | 'focus'>();

  constructor(
    private readonly host: LitElement,
    private readonly openList: () => BookingList | undefined,
    private readonly texts: () => BookingsMessages,
  ) {
    host.addController(this);
    this.focusOn = new MoveFocus(host, (focused) => {
      const id = focused.closest<HTMLElement>('[data-booking]')?.dataset.booking ?? this.place;
      return [...(id ? [headingOf(id)] : []), '[data-heading]', 'cb-sign-in'];
    });
    new EverySecond(host, () => this.undoable.length > 0);
    new OnReturn(host, () => this.retryWhatFailed('offline'));
  }

  get now(): Work {
    return this.work;
  }

  /** The ids of cancellations that can still be undone. */
  get undoable(): readonly string[] {
    return [...(this.openList()?.state.rows ?? [])].flatMap(([id, { kind }]) => (kind === 'undoable' ? [id] : []));
  }

  /** Clears the selection, the question and the marks. */
  reset(): void {
    this.place = '';
    this.set(atRest);
  }

  /** Resets after another list was opened; also leaves a move. */
  restart(): void {
    this.reset();
    this.set({ moving: undefined });
  }

  /** Clears the announcement of an undo once its time is over, so that it is not read aloud. */
  hostUpdate(): void {
    if (this.work.said === this.undoWords && this.undoable.length === 0) this.work = { ...this.work, said: '' };
  }

  actionsOn(list: BookingList, booking: Booking): Omit<RowActions, 'pay'> {
    const { id } = booking;
    const heading = headingOf(id);
    return {
      change: (to) => this.change(list, [id], to),
      ask: (asking) => this.ask(asking ? id : undefined, heading),
      cancel: (reason) => this.cancel(list, [id], reason),
      undo: () => this.undo(list, [id]),
      holdUndo: (by, held) => this.holdUndo(by, held),
      move: () => {
        this.rowPlace = placeOf(this.rowOf(id));
        this.set({ moving: booking });
        this.focusOn.on('cb-move-booking');
      },
      retry: () => this.retry(list, [id]),
      dismiss: () => {
        list.dismiss(id);
        this.focusOn.on(heading);
      },
      select: (selected) => {
        const others = [...this.work.selected].filter((other) => other !== id);
        this.select(selected ? [...others, id] : others);
      },
    };
  }

  select(ids: readonly string[]): void {
    const { asking, selected } = this.work;
    this.place = this.firstSeen([...selected]);
    this.set({
      selected: new Set(ids),
      asking: asking === SELECTED ? undefined : asking,
      said: this.texts().selected(ids.length),
    });
  }

  /** Asks whether to cancel, or closes the question and moves the focus to `back`. */
  ask(about: string | undefined, back: string): void {
    this.set({ asking: about });
    this.focusOn.on(about ? '[data-reason]' : back);
  }

  async change(list: BookingList, ids: readonly string[], to: 'confirmed' | 'completed'): Promise<void> {
    this.keep(ids);
    this.set({ said: '' });
    await list.change(ids, to);
    this.report(list, ids, to);
  }

  async retry(list: BookingList, ids: readonly string[]): Promise<void> {
    const failed = ids.flatMap((id) => {
      const row = list.state.rows.get(id);
      return row?.kind === 'failed' ? [{ id, to: row.to }] : [];
    });
    if (failed.length) this.set({ said: '' });
    await list.retry(ids);
    for (const to of new Set(failed.map((row) => row.to))) {
      this.report(
        list,
        failed.filter((row) => row.to === to).map(({ id }) => id),
        to,
      );
    }
  }

  cancel(list: BookingList, ids: readonly string[], reason: string): void {
    const texts = this.texts();
    this.set({ asking: undefined });
    this.keep(ids);
    list.cancel(ids, reason);
    this.undoWords = `${texts.undoable(ids.length)} ${texts.undoWithin(UNDO_MS / 1000)}`;
    this.tell(this.undoWords);
    this.focusOn.on(ids.length > 1 ? '[data-undo-all]' : `[data-booking="${CSS.escape(ids[0] ?? '')}"] [data-undo]`);
  }

  undo(list: BookingList, ids: readonly string[]): void {
    this.holdUndo('pointer', false);
    list.undo(ids);
    this.keep(ids, 'kept');
    this.set({ said: this.texts().undone(ids.length) });
    this.focusOn.on(headingOf(this.place));
  }

  /** Returns to the list with its scroll position, and focuses the row, or the pressed button when nothing changed. */
  endMove({ id }: Booking, mark?: BookingMark): void {
    const { rowPlace } = this;
    this.set({ moving: undefined });
    this.keep([id], mark);
    this.focusOn.on(mark ? headingOf(id) : `[data-booking="${CSS.escape(id)}"] [data-act="move"]`);
    void this.host.updateComplete.then(() => keepPlace(this.rowOf(id), rowPlace));
  }

  /** Stops the time to undo while the pointer is over it, or the visible focus is in it, and the page is visible. */
  holdUndo(by: 'pointer' | 'focus', held: boolean): void {
    if (held) this.holding.add(by);
    else this.holding.delete(by);
    this.openList()?.holdUndo(this.holding.size > 0 && !document.hidden);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.host.addEventListener('focusin', this.onFocus);
    this.host.addEventListener('focusout', this.onFocus);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.host.removeEventListener('focusin', this.onFocus);
    this.host.removeEventListener('focusout', this.onFocus);
  }

  /** Checks again what stops the time to undo: the element under the pointer or with the focus may have been removed. */
  hostUpdated(): void {
    if (this.holding.size > 0) this.onFocus();
    if (this.holding.has('pointer') && this.undoable.length === 0) this.holdUndo('pointer', false);
  }

  /** Runs after the event: during it no element has the focus. */
  private readonly onFocus = (): void => queueMicrotask(() => this.holdByFocus());

  private holdByFocus(): void {
    const focused = this.host.shadowRoot?.activeElement;
    const isUndo = focused?.matches('[data-undo], [data-undo-all]') && focused.matches(':focus-visible');
    this.holdUndo('focus', isUndo === true);
  }

  private readonly onVisibility = (): void => this.openList()?.holdUndo(this.holding.size > 0 && !document.hidden);

  private rowOf(id: string): Element | null {
    return this.host.renderRoot.querySelector(`[data-booking="${CSS.escape(id)}"]`);
  }

  say(text: string): void {
    this.set({ said: text });
  }

  /** Announces a change, and dispatches its event. */
  tell(text: string): void {
    this.set({ said: text });
    this.host.dispatchEvent(new BookingsChangeEvent());
  }

  focusOnBooking(id: string): void {
    this.focusOn.on(headingOf(id));
  }

  private set(change: Partial<Work>): void {
    this.work = { ...this.work, ...change };
    this.host.requestUpdate();
  }

  /** Sends again what failed without a connection or a sign-in, when that is back. */
  retryWhatFailed(kind: BookingErrorKind): void {
    const list = this.openList();
    const rows = [...(list?.state.rows ?? [])];
    const unsent = rows.flatMap(([id, row]) => (row.kind === 'failed' && row.problem.kind === kind ? [id] : []));
    if (list) void this.retry(list, unsent);
  }

  /** Announces the result and marks the rows; a refusal is shown in its row, which is scrolled into view. */
  private report(list: BookingList, ids: readonly string[], to: BookingStatus): void {
    const done = ids.filter((id) => list.state.rows.get(id)?.kind !== 'failed');
    if (done.length) {
      this.keep(done, to === 'confirmed' || to === 'completed' ? to : undefined);
      this.tell(this.texts().done[to](done.length));
    }
    if (done.length === ids.length) return;
    void this.host.updateComplete.then(() => {
      this.host.shadowRoot?.activeElement?.closest('li')?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Keeps a row in its place although a change takes it out of the view. */
  keepInPlace(id: string): void {
    this.keep([id]);
  }

  private keep(ids: readonly string[], mark?: BookingMark): void {
    const { kept, marks } = this.work;
    this.place = this.firstSeen(ids);
    this.set({
      kept: new Set([...kept, ...ids]),
      selected: new Set(),
      marks: new Map([...marks, ...ids.map((id) => [id, mark] as const)]),
    });
  }

  /** The first of these bookings that is visible, so that focusing it does not scroll the page. */
  private firstSeen(ids: readonly string[]): string {
    const isSeen = (id: string) => {
      const { top, bottom } = this.host.renderRoot.querySelector(headingOf(id))?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top >= 0 && bottom <= globalThis.innerHeight;
    };
    return ids.find(isSeen) ?? ids[0] ?? '';
  }
}
