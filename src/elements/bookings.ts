import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../contract/booking.ts';
import type { BookingList } from '../core/bookings/list.ts';
import { bookingsStyles } from './bookings.styles.ts';
import { BookingsChangeEvent } from './bookings-events.ts';
import { BookingsHost, UNDO_MS } from './bookings-host.ts';
import { bookingsParts, loadFailed, moreRows, signedOut, skeletonRows } from './bookings-panels.ts';
import { bookingsRowStyles } from './bookings-row.styles.ts';
import { bookingRow, type RowActions } from './bookings-row.ts';
import {
  inView,
  type Looking,
  reachingBack,
  shownIn,
  statusFilter,
  toolbar,
  viewButtons,
  viewsOf,
} from './bookings-views.ts';
import { KeepFocus } from './controllers/keep-focus.ts';
import { Ticking } from './controllers/ticking.ts';
import { developerMessage, developerStyles } from './developer-message.ts';
import { type BookingsViewName, bookingsEnglish } from './i18n/bookings.ts';
import type { MovedEvent } from './moved-event.ts';
import { controls } from './styles/controls.ts';
import { formStyles } from './styles/form.ts';
import { tokens } from './styles/tokens.ts';
import { describeWhen } from './when.ts';

const idOf = ({ id }: Booking) => id;
const headingOf = (id: string) => `[id="when-${id}"]`;

/**
 * A person's bookings: a client's own to join, move and cancel, a coach's to confirm, complete, move and cancel, one by one
 * or several at once. A signed link (`?cb-booking=…`) opens exactly one booking, without an account.
 *
 * @slot - Shown until the script has loaded: a link to another way to change a booking.
 * @fires cb-bookings-change - A booking was confirmed, completed, cancelled or moved.
 * @csspart booking - One booking, with its status as another part name.
 * @csspart status - Its status in words.
 * @csspart when - Its day and times.
 * @csspart view - A button that chooses which bookings are shown.
 * @csspart filter - Chooses one status.
 * @csspart toolbar - What can be done with the chosen bookings.
 * @csspart confirm - Confirms a booking.
 * @csspart complete - Marks a booking as completed.
 * @csspart move - Moves a booking.
 * @csspart cancel - Asks whether to cancel a booking.
 * @csspart undo - Takes a cancellation back.
 * @csspart join - Opens the meeting.
 * @csspart problem - Why a change was refused.
 */
export class CbBookings extends BookingsHost {
  static override styles = [tokens, controls, formStyles, developerStyles, bookingsStyles, bookingsRowStyles];
  static readonly uses = bookingsParts;

  @state() private view: BookingsViewName | undefined;
  @state() private asking: string | undefined;
  @state() private moving: Booking | undefined;
  @state() private selected: ReadonlySet<string> = new Set();
  /** Changed while this view was on show: they stay where they were, so that the change can be seen. */
  @state() private kept: ReadonlySet<string> = new Set();
  @state() private said = '';
  private readonly focusOn = new KeepFocus(this, (focused) => {
    const id = focused.closest<HTMLElement>('[data-booking]')?.dataset.booking;
    return [...(id ? [headingOf(id)] : []), '[data-heading]', 'cb-sign-in'];
  });

  constructor() {
    super();
    new Ticking(this, () => [...(this.list?.state.rows.values() ?? [])].some(({ kind }) => kind === 'undoable'));
  }

  private get texts() {
    return this.messages('bookings', bookingsEnglish);
  }

  private get looking(): Looking {
    return { now: this.now(), timeZone: this.reading.timeZone };
  }

  protected override listChanged(): void {
    this.show(undefined);
  }

  private show(view: BookingsViewName | undefined): void {
    this.view = view;
    this.selected = new Set();
    this.kept = new Set();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { list, looking } = this;
    if (this.view || list?.state.status !== 'ready') return;
    // Chosen once: the view must not change under the hand that empties it.
    const filled = viewsOf[this.side].find((name) => inView(name, list.state.bookings, looking).length > 0);
    this.view = filled ?? 'upcoming';
  }

  protected override render(): TemplateResult {
    const { texts, list, moving, client, linkProblem, language } = this;
    if (!this.api) return html`${developerMessage(texts.missing('api'))}<slot></slot>`;
    return html`<section class="root" aria-label=${texts.title[this.side]}>
      ${list ? (moving ? this.renderMove(list, moving) : this.renderList(list)) : signedOut(client?.session, linkProblem, language, texts)}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderList(list: BookingList): TemplateResult {
    const { texts, side, single, looking, view = 'upcoming' } = this;
    const { bookings, status } = list.state;
    const rows = single ? bookings : shownIn(view, bookings, this.kept, looking);
    const chosen = rows.filter(({ id }) => this.selected.has(id));
    return html`
      <header>
        <div class="top">
          <h3 tabindex="-1" data-heading>${texts.title[side]}</h3>
          ${this.client?.session.hosted ? nothing : html`<button type="button" class="plain" @click=${() => this.client?.session.logOut()}>${texts.signOut}</button>`}
        </div>
        ${
          single
            ? nothing
            : html`<div class="top">
                ${viewButtons(side, bookings, looking, view, (name) => this.show(name), texts)}
                ${side === 'coach' ? statusFilter(list.state.filter, (wanted) => this.filter(list, wanted), texts) : nothing}
              </div>`
        }
      </header>
      ${loadFailed(list.state, () => list.load(), texts)}
      ${status === 'loading' ? skeletonRows(texts) : nothing}
      ${status === 'ready' && rows.length === 0 && !single ? html`<p class="empty">${texts.empty[view]}</p>` : nothing}
      <ul>${repeat(rows, idOf, (booking) => this.renderRow(list, booking))}</ul>
      ${single || !reachingBack.includes(view) ? nothing : moreRows(list.state, () => this.more(list), texts)}
      ${side === 'coach' ? toolbar(chosen, looking.now, { change: (ids, to) => this.change(list, ids, to), cancel: (ids) => this.cancel(list, ids, '') }, texts) : nothing}
    `;
  }

  private renderRow(list: BookingList, booking: Booking): TemplateResult {
    const { id, status } = booking;
    return bookingRow(
      {
        ...this.readRow(list, booking),
        asking: this.asking === id,
        selectable: this.side === 'coach' && (status === 'pending' || status === 'confirmed'),
        selected: this.selected.has(id),
      },
      this.actionsOn(list, booking),
      this.texts,
    );
  }

  private actionsOn(list: BookingList, booking: Booking): RowActions {
    const { id } = booking;
    const heading = headingOf(id);
    return {
      change: (to) => this.change(list, [id], to),
      ask: (asking) => {
        this.asking = asking ? id : undefined;
        this.focusOn.on(asking ? '[data-reason]' : heading);
      },
      cancel: (reason) => this.cancel(list, [id], reason),
      undo: () => {
        list.undo([id]);
        this.said = this.texts.undone;
        this.focusOn.on(heading);
      },
      move: () => {
        this.moving = booking;
        this.focusOn.on('cb-move-booking');
      },
      dismiss: () => {
        list.dismiss(id);
        this.focusOn.on(heading);
      },
      select: (selected) => {
        const others = [...this.selected].filter((other) => other !== id);
        this.selected = new Set(selected ? [...others, id] : others);
      },
    };
  }

  private filter(list: BookingList, status: Booking['status'] | undefined): void {
    this.show(this.view);
    void list.filter(status);
  }

  private async more(list: BookingList): Promise<void> {
    const before = new Set(list.state.bookings.map(({ id }) => id));
    await list.more();
    const { looking } = this;
    const added = shownIn(this.view ?? 'past', list.state.bookings, this.kept, looking).find(
      ({ id }) => !before.has(id),
    );
    if (!added) return;
    this.focusOn.on(headingOf(added.id));
  }

  private async change(list: BookingList, ids: readonly string[], to: 'confirmed' | 'completed'): Promise<void> {
    this.keep(ids);
    await list.change(ids, to);
    if (ids.some((id) => list.state.rows.get(id)?.kind !== 'failed')) this.tell(this.texts.done[to]);
  }

  private cancel(list: BookingList, ids: readonly string[], reason: string): void {
    this.asking = undefined;
    this.keep(ids);
    list.cancel(ids, reason);
    this.tell(`${this.texts.undoable} ${this.texts.undo}: ${UNDO_MS / 1000} s`);
    this.focusOn.on(`[data-booking="${ids[0]}"] [data-undo]`);
  }

  private keep(ids: readonly string[]): void {
    this.kept = new Set([...this.kept, ...ids]);
    this.selected = new Set();
  }

  private tell(text: string): void {
    this.said = text;
    this.dispatchEvent(new BookingsChangeEvent());
  }

  private renderMove(list: BookingList, booking: Booking): TemplateResult {
    return html`<cb-move-booking
      .booking=${booking} .client=${this.client} .now=${this.now} time-zone=${this.timeZone} locale=${this.language}
      @cb-back=${() => this.endMove(booking)}
      @cb-moved=${({ booking: moved }: MovedEvent) => {
        list.replace(moved);
        const { shortDay, time } = describeWhen(moved.session_datetime, moved.session_datetime, this.reading);
        this.tell(this.texts.moved(shortDay, time));
        this.endMove(booking);
      }}
    ></cb-move-booking>`;
  }

  private endMove({ id }: Booking): void {
    this.moving = undefined;
    this.keep([id]);
    this.focusOn.on(headingOf(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-bookings': CbBookings;
  }
}
