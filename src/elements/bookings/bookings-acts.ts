import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Booking, BookingStatus } from '../../contract/booking.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { EverySecond } from '../controllers/every-second.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import type { BookingMark } from '../i18n/bookings.ts';
import { BookingsChangeEvent } from './bookings-events.ts';
import { BookingsHost, UNDO_MS } from './bookings-host.ts';
import type { RowActions } from './bookings-row-state.ts';

/** The one question about all that are chosen. */
export const CHOSEN = 'chosen';

const headingOf = (id: string) => `[id="when-${id}"]`;

/** What is done in a list of bookings: what is chosen and asked, what is told of it, and where the focus goes then. */
export abstract class BookingsActs extends BookingsHost {
  /** The booking, or `CHOSEN`, about which is asked whether to cancel. */
  @state() protected asking: string | undefined;
  @state() protected moving: Booking | undefined;
  @state() protected selected: ReadonlySet<string> = new Set();
  /** Changed while this view was on show: they stay where they were, so that the change can be seen. */
  @state() protected kept: ReadonlySet<string> = new Set();
  /** What was done last with a booking, by its id. */
  @state() protected marks: ReadonlyMap<string, BookingMark | undefined> = new Map();
  @state() protected said = '';
  private undoWords = '';
  /** The booking that was acted on: the focus falls there when the button that did it goes. */
  private place = '';
  protected readonly focusOn = new MoveFocus(this, (focused) => {
    const id = focused.closest<HTMLElement>('[data-booking]')?.dataset.booking ?? this.place;
    return [...(id ? [headingOf(id)] : []), '[data-heading]', 'cb-sign-in'];
  });

  constructor() {
    super();
    new EverySecond(this, () => this.undoable.length > 0);
  }

  /** Cancelled for the eye, and can still be taken back. */
  protected get undoable(): readonly string[] {
    return [...(this.list?.state.rows ?? [])].flatMap(([id, { kind }]) => (kind === 'undoable' ? [id] : []));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Whoever reads on must not come upon an undo that is gone.
    if (this.said === this.undoWords && this.undoable.length === 0) this.said = '';
  }

  protected override goOn(): void {
    super.goOn();
    const { list } = this;
    const rows = [...(list?.state.rows ?? [])];
    const unsent = rows.flatMap(([id, row]) => (row.kind === 'failed' && row.problem.kind === 'offline' ? [id] : []));
    if (list) void this.retry(list, unsent);
  }

  /** Forgets what was being done. */
  protected settle(): void {
    this.asking = undefined;
    this.selected = new Set();
    this.kept = new Set();
    this.marks = new Map();
    this.place = '';
  }

  protected actionsOn(list: BookingList, booking: Booking): RowActions {
    const { id } = booking;
    const heading = headingOf(id);
    return {
      change: (to) => this.change(list, [id], to),
      ask: (asking) => this.ask(asking ? id : undefined, heading),
      cancel: (reason) => this.cancel(list, [id], reason),
      undo: () => this.undo(list, [id]),
      move: () => {
        this.moving = booking;
        this.focusOn.on('cb-move-booking');
      },
      retry: () => this.retry(list, [id]),
      dismiss: () => {
        list.dismiss(id);
        this.focusOn.on(heading);
      },
      select: (selected) => {
        const others = [...this.selected].filter((other) => other !== id);
        this.select(selected ? [...others, id] : others);
      },
    };
  }

  protected select(ids: readonly string[]): void {
    this.place = this.seenOf([...this.selected]);
    this.selected = new Set(ids);
    if (this.asking === CHOSEN) this.asking = undefined;
    this.said = this.texts.selected(ids.length);
  }

  /** Asks whether to cancel, or asks no more and goes `back`. */
  protected ask(about: string | undefined, back: string): void {
    this.asking = about;
    this.focusOn.on(about ? '[data-reason]' : back);
  }

  protected async change(list: BookingList, ids: readonly string[], to: 'confirmed' | 'completed'): Promise<void> {
    this.keep(ids);
    this.said = '';
    await list.change(ids, to);
    this.report(list, ids, to);
  }

  protected async retry(list: BookingList, ids: readonly string[]): Promise<void> {
    const failed = ids.flatMap((id) => {
      const row = list.state.rows.get(id);
      return row?.kind === 'failed' ? [{ id, to: row.to }] : [];
    });
    if (failed.length) this.said = '';
    await list.retry(ids);
    for (const to of new Set(failed.map((row) => row.to))) {
      this.report(
        list,
        failed.filter((row) => row.to === to).map(({ id }) => id),
        to,
      );
    }
  }

  protected cancel(list: BookingList, ids: readonly string[], reason: string): void {
    const { texts } = this;
    this.asking = undefined;
    this.keep(ids);
    list.cancel(ids, reason);
    this.undoWords = `${texts.undoable(ids.length)} ${texts.undoWithin(UNDO_MS / 1000)}`;
    this.tell(this.undoWords);
    this.focusOn.on(ids.length > 1 ? '[data-undo-all]' : `[data-booking="${ids[0]}"] [data-undo]`);
  }

  protected undo(list: BookingList, ids: readonly string[]): void {
    list.undo(ids);
    this.keep(ids, 'kept');
    this.said = this.texts.undone(ids.length);
    this.focusOn.on(headingOf(this.place));
  }

  protected endMove({ id }: Booking, mark?: BookingMark): void {
    this.moving = undefined;
    this.keep([id], mark);
    this.focusOn.on(headingOf(id));
  }

  protected tell(text: string): void {
    this.said = text;
    this.dispatchEvent(new BookingsChangeEvent());
  }

  protected focusOnBooking(id: string): void {
    this.focusOn.on(headingOf(id));
  }

  /** Says what was done, to the ear and in the rows; a refusal is said in its row, and brought into view where the focus is. */
  private report(list: BookingList, ids: readonly string[], to: BookingStatus): void {
    const done = ids.filter((id) => list.state.rows.get(id)?.kind !== 'failed');
    if (done.length) {
      this.keep(done, to === 'confirmed' || to === 'completed' ? to : undefined);
      this.tell(this.texts.done[to](done.length));
    }
    if (done.length === ids.length) return;
    void this.updateComplete.then(() => {
      this.shadowRoot?.activeElement?.closest('li')?.scrollIntoView({ block: 'nearest' });
    });
  }

  private keep(ids: readonly string[], mark?: BookingMark): void {
    this.place = this.seenOf(ids);
    this.kept = new Set([...this.kept, ...ids]);
    this.selected = new Set();
    this.marks = new Map([...this.marks, ...ids.map((id) => [id, mark] as const)]);
  }

  /** The first of them that is in sight: the page should not jump. */
  private seenOf(ids: readonly string[]): string {
    const isSeen = (id: string) => {
      const { top, bottom } = this.renderRoot.querySelector(headingOf(id))?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top >= 0 && bottom <= globalThis.innerHeight;
    };
    return ids.find(isSeen) ?? ids[0] ?? '';
  }
}
