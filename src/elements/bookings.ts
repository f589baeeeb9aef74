import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Booking, type BookingStatus, bookingStatus } from '../contract/booking.ts';
import { bookingsEndpoints } from '../contract/endpoints/bookings.ts';
import { readInstant } from '../contract/values.ts';
import { type BookingList, createBookingList } from '../core/bookings/list.ts';
import { onDay, past, toComplete, upcoming, waiting } from '../core/bookings/selectors.ts';
import type { Client, ClientOptions } from '../core/client.ts';
import { type BookingError, isBookingError } from '../core/errors.ts';
import type { Session, SessionSettings } from '../core/session.ts';
import { localDateAt } from '../domain/time/zone.ts';
import { chevronDownIcon } from './booking-icons.ts';
import { bookingsStyles } from './bookings.styles.ts';
import { bookingRow } from './bookings-row.ts';
import { coachProfile } from './coach-profile.ts';
import { Subscriptions } from './controllers/subscriptions.ts';
import { Ticking } from './controllers/ticking.ts';
import { CbElement } from './element.ts';
import { type BookingsViewName, bookingsEnglish } from './i18n/bookings.ts';
import { createPreferences } from './preferences.ts';
import { register } from './register.ts';
import { sharedClient, type VisitorClient } from './shared-client.ts';
import { controls } from './styles/controls.ts';
import { formStyles } from './styles/form.ts';
import { tokens } from './styles/tokens.ts';
import { describeWhen, endOf, type Reading } from './when.ts';

const UNDO_MS = 6000;

/**
 * A person's bookings: a client's own to join, move and cancel, a coach's to confirm, complete, move and cancel, one by one
 * or several at once. A signed link (`?cb-booking=…`) opens exactly one booking, without an account.
 *
 * @fires cb-bookings-change - A booking was confirmed, completed, cancelled or moved.
 * @csspart booking - One booking, with its status as another part name.
 * @csspart status - Its status in words.
 * @csspart when - Its day and times.
 * @csspart view - A button that chooses which bookings are shown.
 * @csspart confirm - Confirms a booking.
 * @csspart complete - Marks a booking as completed.
 * @csspart move - Moves a booking.
 * @csspart cancel - Asks whether to cancel a booking.
 * @csspart undo - Takes a cancellation back.
 * @csspart join - Opens the meeting.
 * @csspart problem - Why a change was refused.
 */
export class CbBookings extends CbElement {
  static override styles = [tokens, controls, formStyles, bookingsStyles];

  /** Address of the API. */
  @property() api = '';
  /** Which side: `client` or `coach`; by who is signed in when left out. */
  @property() as: 'client' | 'coach' | '' = '';
  /** Opens the one booking of a signed link; `cb-booking` of the page's address when left out. */
  @property() link = '';
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Bookings a request, at most 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 50;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SessionSettings['storage'];
  /** A session to share with the rest of the page. */
  @property({ attribute: false }) session: Session | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SessionSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private view: BookingsViewName | undefined;
  @state() private asking: string | undefined;
  @state() private moving: Booking | undefined;
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private said = '';
  @state() private linkProblem: BookingError | undefined;

  private client: (VisitorClient & Client<typeof bookingsEndpoints>) | undefined;
  private list: BookingList | undefined;
  private listOf = '';
  private focusNext: string | undefined;
  private hadFocus = false;

  constructor() {
    super();
    new Subscriptions(this, () => [
      this.client?.session,
      this.list,
      ...(this.list?.state.bookings ?? []).map((booking) => this.profileOf(booking)),
    ]);
    new Ticking(this, () => [...(this.list?.state.rows.values() ?? [])].some(({ kind }) => kind === 'undoable'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('pagehide', this.flush);
    if (this.hasUpdated) this.requestUpdate('api');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('pagehide', this.flush);
    this.list?.dispose();
    this.list = undefined;
    this.listOf = '';
  }

  /** A cancellation that could still be undone is sent while the page closes. */
  private readonly flush = () => void this.list?.flush();

  private get texts() {
    return this.messages('bookings', bookingsEnglish);
  }

  private get reading(): Reading {
    return { ...createPreferences(this.language, this.timeZone).state, locale: this.language };
  }

  private get side(): 'client' | 'coach' {
    if (this.as) return this.as;
    const session = this.client?.session.state;
    return session?.status === 'signed-in' && session.user?.role === 'coach' ? 'coach' : 'client';
  }

  private profileOf(booking: Booking) {
    return this.client && this.side === 'client' ? coachProfile(this.client, booking.coach_id) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const keys = ['api', 'session', 'storage', 'getToken', 'fetch', 'link'];
    if (keys.some((key) => changed.has(key)) && this.api) {
      const { api, session, storage, getToken, fetch } = this;
      this.client = sharedClient({ api, session, storage, getToken, fetch }).with(bookingsEndpoints);
      void this.openLink();
    }
    this.follow();
    this.hadFocus = this.shadowRoot?.activeElement != null;
  }

  private async openLink(): Promise<void> {
    const { client } = this;
    const link = this.link || new URLSearchParams(globalThis.location?.search).get('cb-booking') || '';
    this.linkProblem = undefined;
    if (!client || !link || client.session.state.status === 'signed-in') return;
    try {
      await client.session.openLink(link);
    } catch (error) {
      if (isBookingError(error)) this.linkProblem = error;
      else throw error;
    }
  }

  /** Opens the list of whoever is signed in, and closes it when they leave. */
  private follow(): void {
    const { client } = this;
    const session = client?.session.state;
    if (!client || !session) return;
    if (session.status !== 'signed-in') {
      this.list?.dispose();
      this.list = undefined;
      this.listOf = '';
      if (client.session.hosted && session.status === 'signed-out')
        void client.session.identify().catch(() => undefined);
      return;
    }
    if (!session.user && !session.bookingId) {
      void client.session.identify().catch(() => undefined);
      return;
    }
    const userId = session.user?.id ?? '';
    const { bookingId } = session;
    const key = JSON.stringify([this.api, this.side, userId, bookingId, this.pageSize]);
    if (key === this.listOf) return;
    this.list?.dispose();
    this.listOf = key;
    this.list = createBookingList({
      client,
      as: this.side,
      userId,
      bookingId,
      pageSize: this.pageSize,
      undoMs: UNDO_MS,
      now: () => this.now(),
    });
    void this.list.load();
  }

  protected override updated(): void {
    const target = this.focusNext;
    this.focusNext = undefined;
    if (target) return void this.focusOn(target);
    // What had the focus has gone (a row left the view): stay in the list rather than fall back to the page's start.
    if (this.hadFocus && !this.shadowRoot?.activeElement) void this.focusOn('[data-heading]');
  }

  private async focusOn(selector: string): Promise<void> {
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    if (element instanceof CbElement) await element.updateComplete;
    element?.focus();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) {
      console.error(texts.missing('api'));
      return html`<p class="error" part="error">${texts.missing('api')}</p>`;
    }
    return html`<section class="root" aria-label=${texts.title[this.side]}>
      ${this.list ? (this.moving ? this.renderMove(this.moving) : this.renderList(this.list)) : this.renderSignedOut()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderSignedOut(): TemplateResult {
    const { client, texts } = this;
    if (client?.session.state.status === 'signed-in') return this.renderSkeleton();
    void loadSignIn();
    return html`<div class="signed-out">
      ${this.linkProblem ? html`<p class="panel bad" role="alert">${this.problemText(this.linkProblem, texts.linkBroken)}</p>` : nothing}
      <cb-sign-in .session=${client?.session} note=${texts.signIn} locale=${this.language}></cb-sign-in>
    </div>`;
  }

  private problemText(problem: BookingError, otherwise: string): string {
    const passing = ['offline', 'timeout', 'server', 'rate-limited'] as const;
    return (passing.some((kind) => kind === problem.kind) && this.texts.problems[problem.kind]) || otherwise;
  }

  private renderSkeleton(): TemplateResult {
    return html`<p class="visually-hidden">${this.texts.loading}</p>
      <ul aria-hidden="true">
        ${[1, 2, 3].map(() => html`<li><article><div class="facts"><div class="skeleton"></div><div class="skeleton short"></div></div></article></li>`)}
      </ul>`;
  }

  private get views(): readonly BookingsViewName[] {
    return this.side === 'coach' ? ['waiting', 'today', 'upcoming', 'toComplete', 'past'] : ['upcoming', 'past'];
  }

  private rowsOf(view: BookingsViewName, bookings: readonly Booking[]): readonly Booking[] {
    const now = this.now();
    const { timeZone } = this.reading;
    if (view === 'waiting') return waiting(bookings, now);
    if (view === 'today') return onDay(bookings, localDateAt(timeZone, now), timeZone);
    if (view === 'toComplete') return toComplete(bookings, now);
    return view === 'upcoming' ? upcoming(bookings, now) : past(bookings, now);
  }

  private renderList(list: BookingList): TemplateResult {
    const { texts, side } = this;
    const { bookings, status, problem, total, loadingMore } = list.state;
    const view = this.view ?? this.views.find((name) => this.rowsOf(name, bookings).length > 0) ?? 'upcoming';
    const rows = this.rowsOf(view, bookings);
    const single =
      this.client?.session.state.status === 'signed-in' && this.client.session.state.bookingId !== undefined;
    return html`
      <header>
        <div class="top">
          <h3 tabindex="-1" data-heading>${texts.title[side]}</h3>
          ${this.client?.session.hosted ? nothing : html`<button type="button" class="plain" @click=${() => this.client?.session.logOut()}>${texts.signOut}</button>`}
        </div>
        ${single ? nothing : html`<div class="top">${this.renderViews(view, bookings)} ${this.renderFilter(list)}</div>`}
      </header>
      ${side === 'coach' ? this.renderToolbar(list, rows) : nothing}
      ${
        status === 'error' && problem
          ? html`<div class="empty"><div role="alert">
              <p>${this.problemText(problem, problem.detail)}</p>
              <p><button type="button" class="secondary" @click=${() => list.load()}>${texts.tryAgain}</button></p>
            </div></div>`
          : nothing
      }
      ${status === 'loading' ? this.renderSkeleton() : nothing}
      ${status === 'ready' && rows.length === 0 && !single ? html`<p class="empty">${texts.empty[view]}</p>` : nothing}
      <ul>${repeat(
        single ? bookings : rows,
        ({ id }) => id,
        (booking) => this.renderRow(list, booking),
      )}</ul>
      ${
        bookings.length < total
          ? html`<div class="end">
              <span class="quiet">${texts.shown(bookings.length, total)}</span>
              <button type="button" class="secondary" aria-disabled=${loadingMore ? 'true' : 'false'} @click=${() => list.more()}>${texts.more}</button>
            </div>`
          : nothing
      }
    `;
  }

  private renderViews(view: BookingsViewName, bookings: readonly Booking[]): TemplateResult {
    const { texts } = this;
    return html`<nav aria-label=${texts.viewsLabel}>
      ${this.views.map((name) => {
        const count = name === 'past' ? 0 : this.rowsOf(name, bookings).length;
        return html`<button
          type="button" part="view" aria-current=${name === view ? 'true' : 'false'}
          @click=${() => {
            this.view = name;
            this.selected = new Set();
          }}
        >${texts.views[name]} ${count ? html`<span class="count">${count}</span>` : nothing}</button>`;
      })}
    </nav>`;
  }

  private renderFilter(list: BookingList): TemplateResult {
    const { texts } = this;
    const choose = (event: Event) => {
      const value = (event.target as HTMLSelectElement).value as BookingStatus | '';
      void list.filter(value || undefined);
    };
    return html`<label class="filter">${texts.filter}
      <span class="select narrow"><select part="filter" @change=${choose}>
        <option value="">${texts.all}</option>
        ${bookingStatus.options.map((name) => html`<option value=${name} ?selected=${list.state.filter === name}>${texts.status[name]}</option>`)}
      </select>${chevronDownIcon}</span>
    </label>`;
  }

  private renderToolbar(list: BookingList, rows: readonly Booking[]): TemplateResult | typeof nothing {
    const { texts } = this;
    const chosen = rows.filter(({ id }) => this.selected.has(id));
    if (chosen.length === 0) return nothing;
    const now = this.now();
    const over = ({ session_datetime, duration_minutes }: Booking) =>
      (readInstant(session_datetime) ?? 0) + duration_minutes * 60_000 <= now;
    const ids = (some: readonly Booking[]) => some.map(({ id }) => id);
    const confirmable = ids(chosen.filter((booking) => booking.status === 'pending' && !over(booking)));
    const completable = ids(chosen.filter((booking) => booking.status === 'confirmed' && over(booking)));
    const act = (work: () => unknown) => () => {
      this.selected = new Set();
      work();
    };
    return html`<div class="toolbar" part="toolbar">
      <span>${texts.selected(chosen.length)}</span>
      <span class="buttons">
        ${
          confirmable.length
            ? html`<button type="button" class="primary" data-act="confirm-selected" @click=${act(() => this.change(list, confirmable, 'confirmed'))}>${texts.confirmSelected(confirmable.length)}</button>`
            : nothing
        }
        ${
          completable.length
            ? html`<button type="button" class="primary" data-act="complete-selected" @click=${act(() => this.change(list, completable, 'completed'))}>${texts.completeSelected(completable.length)}</button>`
            : nothing
        }
        <button type="button" class="secondary" data-act="cancel-selected" @click=${act(() => this.cancel(list, ids(chosen), ''))}>${texts.cancelSelected(chosen.length)}</button>
      </span>
    </div>`;
  }

  private renderRow(list: BookingList, booking: Booking): TemplateResult {
    const row = list.state.rows.get(booking.id);
    const { id } = booking;
    const profile = this.profileOf(booking)?.state;
    const coach = profile?.status === 'ready' ? profile.coach : undefined;
    const other =
      this.side === 'client' ? (booking.coach?.name ?? coach?.name) : (booking.client?.name ?? booking.client?.email);
    return bookingRow(
      {
        booking,
        as: this.side,
        when: describeWhen(
          booking.session_datetime,
          endOf(booking.session_datetime, booking.duration_minutes),
          this.reading,
        ),
        person: other ?? '',
        coach,
        row,
        now: this.now(),
        secondsToUndo: row?.kind === 'undoable' ? Math.max(0, Math.ceil((row.until - this.now()) / 1000)) : 0,
        asking: this.asking === id,
        selectable: this.side === 'coach' && (booking.status === 'pending' || booking.status === 'confirmed'),
        selected: this.selected.has(id),
        movable: this.client?.supports('moveBooking') !== false,
      },
      {
        change: (to) => this.change(list, [id], to),
        ask: (asking) => {
          this.asking = asking ? id : undefined;
          this.focusNext = asking ? '[data-reason]' : `[id="when-${id}"]`;
        },
        cancel: (reason) => this.cancel(list, [id], reason),
        undo: () => {
          list.undo([id]);
          this.said = this.texts.undone;
          this.focusNext = `[id="when-${id}"]`;
        },
        move: () => {
          this.moving = booking;
          void loadMove();
          this.focusNext = 'cb-move-booking';
        },
        dismiss: () => {
          list.dismiss(id);
          this.focusNext = `[id="when-${id}"]`;
        },
        select: (selected) => {
          const next = new Set(this.selected);
          if (selected) next.add(id);
          else next.delete(id);
          this.selected = next;
        },
      },
      this.texts,
    );
  }

  private async change(list: BookingList, ids: readonly string[], to: 'confirmed' | 'completed'): Promise<void> {
    await list.change(ids, to);
    const done = ids.filter((id) => list.state.rows.get(id)?.kind !== 'failed');
    if (done.length) this.tell(this.texts.done[to]);
  }

  private cancel(list: BookingList, ids: readonly string[], reason: string): void {
    this.asking = undefined;
    list.cancel(ids, reason);
    this.tell(`${this.texts.undoable} ${this.texts.undo}: ${UNDO_MS / 1000} s`);
    this.focusNext = '[data-undo]';
  }

  private tell(text: string): void {
    this.said = text;
    this.dispatchEvent(new BookingsChangeEvent());
  }

  private renderMove(booking: Booking): TemplateResult {
    return html`<cb-move-booking
      .booking=${booking} .client=${this.client} .now=${this.now} time-zone=${this.timeZone} locale=${this.language}
      @cb-back=${() => this.endMove(booking)}
      @cb-moved=${(event: Event & { booking: Booking }) => {
        this.list?.replace(event.booking);
        const { shortDay, time } = describeWhen(
          event.booking.session_datetime,
          event.booking.session_datetime,
          this.reading,
        );
        this.tell(this.texts.moved(shortDay, time));
        this.endMove(booking);
      }}
    ></cb-move-booking>`;
  }

  private endMove({ id }: Booking): void {
    this.moving = undefined;
    this.focusNext = `[id="when-${id}"]`;
  }
}

/** A booking of the list was confirmed, completed, cancelled or moved. */
export class BookingsChangeEvent extends Event {
  static readonly type = 'cb-bookings-change';
  constructor() {
    super(BookingsChangeEvent.type, { bubbles: true, composed: true });
  }
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
  interface HTMLElementEventMap {
    'cb-bookings-change': BookingsChangeEvent;
  }
  interface HTMLElementTagNameMap {
    'cb-bookings': CbBookings;
  }
}
