import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../contract/booking.ts';
import type { BookingList } from '../core/bookings/list.ts';
import type { BookingError } from '../core/errors.ts';
import { bookingsStyles } from './bookings.styles.ts';
import { BookingsChangeEvent } from './bookings-events.ts';
import { BookingsHost, UNDO_MS } from './bookings-host.ts';
import { bookingRow, type RowActions } from './bookings-row.ts';
import { inView, reachingBack, shownIn, statusFilter, toolbar, viewButtons, viewsOf } from './bookings-views.ts';
import { Ticking } from './controllers/ticking.ts';
import { developerMessage, developerStyles } from './developer-message.ts';
import { CbElement } from './element.ts';
import { type BookingsViewName, bookingsEnglish } from './i18n/bookings.ts';
import type { MovedEvent } from './moved-event.ts';
import { register } from './register.ts';
import { controls } from './styles/controls.ts';
import { formStyles } from './styles/form.ts';
import { tokens } from './styles/tokens.ts';
import { describeWhen, endOf } from './when.ts';

/** Where the focus goes when what had it is gone. */
const ANCHOR = '[data-heading], cb-sign-in';

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
  static override styles = [tokens, controls, formStyles, developerStyles, bookingsStyles];

  @state() private view: BookingsViewName | undefined;
  @state() private asking: string | undefined;
  @state() private moving: Booking | undefined;
  @state() private selected: ReadonlySet<string> = new Set();
  /** Changed while this view was on show: they stay where they were, so that the change can be seen. */
  @state() private kept: ReadonlySet<string> = new Set();
  @state() private said = '';
  /** Waits until what it names is there. */
  private focusNext: string | undefined;
  /** What had the focus before this drawing, and the booking it belonged to. */
  private hadFocus: { readonly booking: string | undefined } | undefined;

  constructor() {
    super();
    new Ticking(this, () => [...(this.list?.state.rows.values() ?? [])].some(({ kind }) => kind === 'undoable'));
  }

  private get texts() {
    return this.messages('bookings', bookingsEnglish);
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
    const focused = this.shadowRoot?.activeElement;
    this.hadFocus = focused ? { booking: focused.closest<HTMLElement>('[data-booking]')?.dataset.booking } : undefined;
    const { list } = this;
    if (this.view || list?.state.status !== 'ready') return;
    // Chosen once: the view must not change under the hand that empties it.
    const looking = { now: this.now(), timeZone: this.reading.timeZone };
    const filled = viewsOf[this.side].find((name) => inView(name, list.state.bookings, looking).length > 0);
    this.view = filled ?? 'upcoming';
  }

  protected override updated(): void {
    if (this.hadFocus && !this.shadowRoot?.activeElement) this.focusNext ??= this.nextTo(this.hadFocus.booking);
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!target) return;
    this.focusNext = undefined;
    void focusWhenReady(target);
  }

  /** The booking, as long as it is on show. */
  private nextTo(booking: string | undefined): string {
    const heading = `[id="when-${booking}"]`;
    return booking && this.renderRoot.querySelector(heading) ? heading : ANCHOR;
  }

  protected override render(): TemplateResult {
    const { texts, list, moving } = this;
    if (!this.api) return html`${developerMessage(texts.missing('api'))}<slot></slot>`;
    return html`<section class="root" aria-label=${texts.title[this.side]}>
      ${list ? (moving ? this.renderMove(list, moving) : this.renderList(list)) : this.renderSignedOut()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderSignedOut(): TemplateResult {
    const { client, texts, linkProblem } = this;
    if (client?.session.state.status === 'signed-in') return this.renderSkeleton();
    void loadSignIn();
    return html`<div class="signed-out">
      ${linkProblem ? html`<p class="panel bad" role="alert">${this.explain(linkProblem, texts.linkBroken)}</p>` : nothing}
      <cb-sign-in .session=${client?.session} note=${texts.signIn} locale=${this.language}></cb-sign-in>
    </div>`;
  }

  private explain(problem: BookingError, otherwise: string): string {
    const passing = ['offline', 'timeout', 'server', 'rate-limited'] as const;
    return (passing.some((kind) => kind === problem.kind) && this.texts.problems[problem.kind]) || otherwise;
  }

  private renderSkeleton(): TemplateResult {
    const row = html`<li><article><div class="facts"><div class="skeleton"></div><div class="skeleton short"></div><div class="skeleton tall"></div></div></article></li>`;
    return html`<p class="visually-hidden">${this.texts.loading}</p><ul aria-hidden="true">${[row, row, row]}</ul>`;
  }

  private renderList(list: BookingList): TemplateResult {
    const { texts, side, single, view = 'upcoming' } = this;
    const { bookings, status, problem } = list.state;
    const looking = { now: this.now(), timeZone: this.reading.timeZone };
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
                ${viewButtons(
                  viewsOf[side].map((name) => ({
                    name,
                    count: name === 'past' ? 0 : inView(name, bookings, looking).length,
                  })),
                  view,
                  (name) => this.show(name),
                  texts,
                )}
                ${side === 'coach' ? statusFilter(list.state.filter, (wanted) => this.filter(list, wanted), texts) : nothing}
              </div>`
        }
      </header>
      ${
        status === 'error' && problem
          ? html`<div class="empty" role="alert">
              <p>${this.explain(problem, problem.detail)}</p>
              <button type="button" class="secondary" @click=${() => list.load()}>${texts.tryAgain}</button>
            </div>`
          : nothing
      }
      ${status === 'loading' ? this.renderSkeleton() : nothing}
      ${status === 'ready' && rows.length === 0 && !single ? html`<p class="empty">${texts.empty[view]}</p>` : nothing}
      <ul>${repeat(
        rows,
        ({ id }) => id,
        (booking) => this.renderRow(list, booking),
      )}</ul>
      ${single || !reachingBack.includes(view) ? nothing : this.renderMore(list)}
      ${
        side === 'coach'
          ? toolbar(
              chosen,
              looking.now,
              {
                change: (ids, to) => this.change(list, ids, to),
                cancel: (ids) => this.cancel(list, ids, ''),
              },
              texts,
            )
          : nothing
      }
    `;
  }

  private renderMore(list: BookingList): TemplateResult | typeof nothing {
    const { texts } = this;
    const { bookings, total, loadingMore } = list.state;
    if (bookings.length >= total) return nothing;
    return html`<div class="end">
      <span class="quiet">${texts.shown(bookings.length, total)}</span>
      <button type="button" class="secondary" data-act="more" aria-disabled=${loadingMore ? 'true' : 'false'} @click=${() => this.more(list)}>${texts.more}</button>
    </div>`;
  }

  private renderRow(list: BookingList, booking: Booking): TemplateResult {
    const { id } = booking;
    const row = list.state.rows.get(id);
    const profile = this.profileOf(booking)?.state;
    const coach = profile?.status === 'ready' ? profile.coach : undefined;
    const person =
      this.side === 'client' ? (booking.coach?.name ?? coach?.name) : (booking.client?.name ?? booking.client?.email);
    const end = endOf(booking.session_datetime, booking.duration_minutes);
    return bookingRow(
      {
        booking,
        as: this.side,
        when: describeWhen(booking.session_datetime, end, this.reading),
        person: person ?? '',
        coach,
        locale: this.language,
        row,
        now: this.now(),
        secondsToUndo: row?.kind === 'undoable' ? Math.max(0, Math.ceil((row.until - this.now()) / 1000)) : 0,
        asking: this.asking === id,
        selectable: this.side === 'coach' && (booking.status === 'pending' || booking.status === 'confirmed'),
        selected: this.selected.has(id),
        movable: this.client?.supports('moveBooking') !== false,
      },
      this.actionsOn(list, booking),
      this.texts,
    );
  }

  private actionsOn(list: BookingList, booking: Booking): RowActions {
    const { id } = booking;
    const heading = `[id="when-${id}"]`;
    return {
      change: (to) => this.change(list, [id], to),
      ask: (asking) => {
        this.asking = asking ? id : undefined;
        this.focusNext = asking ? '[data-reason]' : heading;
      },
      cancel: (reason) => this.cancel(list, [id], reason),
      undo: () => {
        list.undo([id]);
        this.said = this.texts.undone;
        this.focusNext = heading;
      },
      move: () => {
        this.moving = booking;
        void loadMove();
        this.focusNext = 'cb-move-booking';
      },
      dismiss: () => {
        list.dismiss(id);
        this.focusNext = heading;
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
    const looking = { now: this.now(), timeZone: this.reading.timeZone };
    const added = shownIn(this.view ?? 'past', list.state.bookings, this.kept, looking).find(
      ({ id }) => !before.has(id),
    );
    if (!added) return;
    this.focusNext = `[id="when-${added.id}"]`;
    this.requestUpdate();
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
    this.focusNext = `[data-booking="${ids[0]}"] [data-undo]`;
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
    this.focusNext = `[id="when-${id}"]`;
  }
}

/** An element whose script is still on its way takes the focus when it is there. */
async function focusWhenReady(target: HTMLElement): Promise<void> {
  if (target.localName.includes('-')) await customElements.whenDefined(target.localName);
  if (target instanceof CbElement) await target.updateComplete;
  target.focus();
}

async function loadSignIn(): Promise<void> {
  const { CbSignIn } = await import('./sign-in.ts');
  register('cb-sign-in', CbSignIn);
}

async function loadMove(): Promise<void> {
  const { CbMoveBooking } = await import('./move-booking.ts');
  register('cb-move-booking', CbMoveBooking);
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-bookings': CbBookings;
  }
}
