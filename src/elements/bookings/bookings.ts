import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../../contract/booking.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import type { MovedEvent } from '../base/moved-event.ts';
import type { BookingsViewName } from '../i18n/bookings.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { describeWhen } from '../words/session-time.ts';
import { bookingsStyles } from './bookings.styles.ts';
import { BookingsActs, CHOSEN } from './bookings-acts.ts';
import {
  bookingsParts,
  brokenLink,
  emptyView,
  loadFailed,
  moreRows,
  signedOut,
  skeletonRows,
} from './bookings-panels.ts';
import { bookingsRowStyles } from './bookings-row.styles.ts';
import { bookingRow } from './bookings-row.ts';
import { toolbar } from './bookings-toolbar.ts';
import {
  inView,
  type Looking,
  reachingBack,
  shownIn,
  statusesIn,
  statusFilter,
  viewButtons,
  viewsOf,
} from './bookings-views.ts';
import { zoneOf } from './bookings-zone.ts';

const idOf = ({ id }: Booking) => id;

/**
 * A person's bookings: a client's own to join, move and cancel, a coach's to confirm, complete, move and cancel, one by one
 * or several at once. A signed link (`?cb-booking=…`) opens exactly one booking, without an account.
 *
 * @slot - Shown until the script has loaded: a link to another way to change a booking.
 * @fires cb-bookings-change - A booking was confirmed, completed, cancelled or moved.
 * @csspart booking - One booking, with its status as another part name.
 * @csspart zone - Where the times are.
 * @csspart status - Its status in words.
 * @csspart when - Its day and times.
 * @csspart view - A button that chooses which bookings are shown.
 * @csspart filter - Chooses one status.
 * @csspart answers - The client's answers to the coach's questions, folded away where they are many.
 * @csspart done - What was just done with a booking.
 * @csspart toolbar - What can be done with the chosen bookings.
 * @csspart confirm - Confirms a booking.
 * @csspart complete - Marks a booking as completed.
 * @csspart move - Moves a booking.
 * @csspart cancel - Asks whether to cancel a booking.
 * @csspart undo - Takes a cancellation back.
 * @csspart join - Opens the meeting.
 * @csspart problem - Why a change was refused.
 */
export class CbBookings extends BookingsActs {
  static override styles = [tokens, controls, formStyles, developerStyles, bookingsStyles, bookingsRowStyles];
  static readonly uses = bookingsParts;

  @state() private view: BookingsViewName | undefined;
  /** The visitor of a broken link signs in instead. */
  @state() private signingIn = false;

  private get looking(): Looking {
    return { now: this.now(), timeZone: this.reading.timeZone };
  }

  protected override listChanged(): void {
    this.view = undefined;
    this.settle();
  }

  private show(list: BookingList, view: BookingsViewName): void {
    this.view = view;
    this.settle();
    // What was cancelled may be anywhere in a long list: it is asked for by itself.
    void list.filter(view === 'cancelled' ? 'cancelled' : undefined);
  }

  private filter(list: BookingList, status: Booking['status'] | undefined): void {
    this.settle();
    void list.filter(status);
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
    const { texts, list, moving, single } = this;
    if (!this.api) return html`${developerMessage(texts.missing('api'))}<slot></slot>`;
    const around = this.getRootNode();
    // One card is enough.
    const isInside = around instanceof ShadowRoot && around.host.localName === 'cb-booking';
    return html`<section class="root ${isInside ? 'inside' : ''}" aria-label=${texts.title[single ? 'single' : this.side]}>
      ${list ? (moving ? this.renderMove(list, moving) : this.renderList(list)) : this.renderWayIn()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderWayIn(): TemplateResult {
    const { texts, client, linkProblem } = this;
    if (this.opening || client?.session.state.status === 'signed-in') return skeletonRows(texts);
    if (!linkProblem || this.signingIn) return signedOut(client?.session, this.language, texts);
    const signIn = () => {
      this.signingIn = true;
      this.focusOn.on('cb-sign-in');
    };
    return brokenLink(linkProblem, { retry: () => this.openLink(), signIn }, texts);
  }

  private renderList(list: BookingList): TemplateResult {
    const { texts, single, looking, view = 'upcoming' } = this;
    const { bookings, status, filter, loadingMore } = list.state;
    const only = statusesIn[view].length > 1 ? filter : undefined;
    const rows = single ? bookings : shownIn(view, bookings, this.kept, { ...looking, only });
    const isEmpty = status === 'ready' && rows.length === 0 && !single;
    const showAll = () => {
      this.filter(list, undefined);
      this.focusOn.on('[part="filter"]');
    };
    return html`
      ${this.renderHeader(list, view)}
      ${loadFailed(list.state, () => list.load(), texts)}
      ${status === 'loading' || (isEmpty && loadingMore) ? skeletonRows(texts) : nothing}
      ${isEmpty && !loadingMore ? emptyView(only ? texts.emptyFiltered(texts.status[only]) : texts.empty[view], only && showAll, texts) : nothing}
      <ul>${repeat(rows, idOf, (booking) => this.renderRow(list, booking))}</ul>
      ${single || !reachingBack.includes(view) ? nothing : moreRows(list.state, () => this.more(list), texts)}
      ${this.renderToolbar(list, rows)}
    `;
  }

  private renderHeader(list: BookingList, view: BookingsViewName): TemplateResult {
    const { texts, side, single, looking, client } = this;
    const { city, offset } = zoneOf(this.reading, looking.now);
    const session = client?.session.state;
    const isGuest = single || (session?.status === 'signed-in' && session.user?.is_guest);
    return html`<header>
      <div class="top">
        <div>
          <h3 tabindex="-1" data-heading>${texts.title[single ? 'single' : side]}</h3>
          <p class="quiet" part="zone">${texts.zone(city, offset)}</p>
        </div>
        ${client?.session.hosted || isGuest ? nothing : html`<button type="button" class="plain sign-out" @click=${() => client?.session.logOut()}>${texts.signOut}</button>`}
      </div>
      ${
        single
          ? nothing
          : html`<div class="top">
              ${viewButtons(side, list.state.bookings, looking, view, (name) => this.show(list, name), texts)}
              ${side === 'coach' ? statusFilter(view, list.state.filter, (wanted) => this.filter(list, wanted), texts) : nothing}
            </div>`
      }
    </header>`;
  }

  private isSelectable({ id, status }: Booking): boolean {
    const isOpen = status === 'pending' || status === 'confirmed';
    return this.side === 'coach' && !this.single && isOpen && this.list?.state.rows.get(id)?.kind !== 'undoable';
  }

  private renderRow(list: BookingList, booking: Booking): TemplateResult {
    const { id } = booking;
    return bookingRow(
      {
        ...this.readRow(list, booking),
        asking: this.asking === id,
        mark: this.marks.get(id),
        picks: this.side === 'coach' && !this.single && this.view !== 'cancelled',
        selectable: this.isSelectable(booking),
        selected: this.selected.has(id),
      },
      this.actionsOn(list, booking),
      this.texts,
    );
  }

  private renderToolbar(list: BookingList, rows: readonly Booking[]): TemplateResult | typeof nothing {
    const { undoable } = this;
    const selectable = rows.filter((booking) => this.isSelectable(booking));
    const [first = ''] = undoable;
    const row = list.state.rows.get(first);
    const now = this.now();
    return toolbar(
      {
        chosen: selectable.filter(({ id }) => this.selected.has(id)),
        selectable: selectable.length,
        undoable,
        secondsToUndo: row?.kind === 'undoable' ? Math.max(0, Math.ceil((row.until - now) / 1000)) : 0,
        asking: this.asking === CHOSEN,
        now,
      },
      {
        change: (ids, to) => this.change(list, ids, to),
        ask: (asking) => this.ask(asking ? CHOSEN : undefined, '[data-act="cancel-selected"]'),
        cancel: (ids, reason) => this.cancel(list, ids, reason),
        undo: (ids) => this.undo(list, ids),
        selectAll: () => {
          this.select(selectable.map(idOf));
          this.focusOn.on('[data-act="clear"]');
        },
        clear: () => this.select([]),
      },
      this.texts,
    );
  }

  private async more(list: BookingList): Promise<void> {
    const before = new Set(list.state.bookings.map(idOf));
    await list.more();
    const looking = { ...this.looking, only: list.state.filter };
    const shown = shownIn(this.view ?? 'past', list.state.bookings, this.kept, looking);
    const added = shown.find(({ id }) => !before.has(id));
    if (added) this.focusOnBooking(added.id);
  }

  private renderMove(list: BookingList, booking: Booking): TemplateResult {
    return html`<cb-move-booking
      .booking=${booking} .client=${this.client} .now=${this.now} time-zone=${this.timeZone} locale=${this.language}
      ?single=${this.single}
      @cb-back=${() => this.endMove(booking)}
      @cb-moved=${({ booking: moved }: MovedEvent) => {
        list.replace(moved);
        const { shortDay, time } = describeWhen(moved.session_datetime, moved.session_datetime, this.reading);
        this.tell(this.texts.moved(shortDay, time));
        this.endMove(booking, 'moved');
      }}
    ></cb-move-booking>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-bookings': CbBookings;
  }
}
