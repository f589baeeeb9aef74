import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Booking } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { refundable } from '../../core/bookings/money-back.ts';
import { isOpen } from '../../core/bookings/selectors.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { isAnother } from '../base/is-another.ts';
import type { MovedEvent } from '../base/moved-event.ts';
import type { OpenBookingEvent, WeekChangeEvent } from '../bookings-week/week-events.ts';
import { accountElements, deskElements } from '../chunks/desk-elements.ts';
import { loadElements } from '../chunks/load-elements.ts';
import { claimBookingLink } from '../context/booking-link.ts';
import { createPreferences } from '../context/preferences.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { PrintAlone } from '../controllers/print-alone.ts';
import { type BookingsViewName, bookingsEnglish } from '../i18n/bookings.ts';
import { adminEnglish } from '../i18n/desk/admin.ts';
import { bookingsWeekEnglish } from '../i18n/desk/bookings-week.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { loadTexts } from '../i18n/locales.ts';
import { refundsEnglish } from '../i18n/refunds.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { type Reading, timeInWords } from '../words/session-time.ts';
import { ListActions, SELECTED } from './actions.ts';
import { AdminDesk } from './admin-desk.ts';
import { adminPanels, adminTools } from './admin-panels.ts';
import { bookingsStyles } from './bookings.styles.ts';
import { ListConnection } from './connection.ts';
import {
  bookingsParts,
  brokenLink,
  emptyView,
  loadFailed,
  moreDrawn,
  moreRows,
  signedOut,
  skeletonRows,
} from './panels.ts';
import { PayDesk } from './pay-desk.ts';
import { RefundDesk } from './refund-desk.ts';
import { rowStyles } from './row.styles.ts';
import { bookingRow } from './row.ts';
import { onRowKey } from './row-keys.ts';
import { cancelSeveralWords, cancelWords, heldWords, paymentWords, payWords } from './row-payment.ts';
import { readRow, secondsLeft, secondsToUndo, zoneOf } from './row-state.ts';
import { toolbar } from './toolbar.ts';
import {
  byDay,
  dayHeading,
  inView,
  reachingBack,
  searchClients,
  shownIn,
  statusesIn,
  statusFilter,
  type ViewMoment,
  viewButtons,
  viewsOf,
} from './views.ts';

/** Properties whose change opens another list. */
const connectionProperties = ['api', 'signIn', 'storage', 'getToken', 'fetch', 'link'];

/** Rows drawn at first, and more at each press: 200 rows at once are slow to draw and long to scroll. */
const ROWS_AT_ONCE = 50;

const idOf = ({ id }: Booking) => id;

/**
 * A person's bookings: a client's own to join, move and cancel, a coach's to confirm, complete, move and cancel, one by one
 * or several at once. A signed link (`?cb-booking=…`) opens exactly one booking, without an account.
 *
 * @slot - Shown until the script has loaded: a link to another way to change a booking.
 * @fires cb-bookings-change - A booking was confirmed, completed, cancelled or moved.
 * @csspart day - The bookings of one day.
 * @csspart search - Searches by a client's name or address.
 * @csspart select-all - Selects all of the view.
 * @csspart booking - One booking, with its status as another part name.
 * @csspart zone - The time zone of the list.
 * @csspart status - Its status in words.
 * @csspart when - Its day and times.
 * @csspart view - A button that chooses which bookings are shown.
 * @csspart filter - Chooses one status.
 * @csspart answers - The client's answers to the coach's questions, folded away where they are many.
 * @csspart done - The last action on a booking.
 * @csspart toolbar - The actions for the selected bookings.
 * @csspart confirm - Confirms a booking.
 * @csspart complete - Marks a booking as completed.
 * @csspart move - Moves a booking.
 * @csspart pay - Opens the payment of a booking that is held until it is paid.
 * @csspart cancel - Asks whether to cancel a booking.
 * @csspart undo - Takes a cancellation back.
 * @csspart join - Opens the meeting.
 * @csspart money-back - What goes back when a paid booking is cancelled.
 * @csspart refund - Asks how much to give back.
 * @csspart refund-now - Gives it back.
 * @csspart refund-problem - A refund that failed.
 * @csspart problem - The reason why a change was refused.
 */
export class CbBookings extends SignInElement {
  static override styles = [tokens, controls, formStyles, choiceStyles, developerStyles, bookingsStyles, rowStyles];
  static readonly uses = bookingsParts;

  /** Address of the API. */
  @property() api = '';
  /** The side to show: `client` or `coach`; that of the signed-in user when left out. */
  @property() as: 'client' | 'coach' | '' = '';
  /** Opens the one booking of a signed link; `cb-booking` of the page's address when left out. */
  @property() link = '';
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Bookings per request, at most 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 50;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private view: BookingsViewName | undefined;
  /** The visitor of an invalid link chose to sign in instead. */
  @state() private signingIn = false;
  /** The searched name or address. */
  @state() private search = '';
  /** The most rows drawn. */
  @state() private drawn = ROWS_AT_ONCE;
  /** The week is shown beside the list, once its script has arrived. */
  @state() private week = false;
  /** An admin's choice of coach, client and view. */
  private readonly admin = new AdminDesk(this);
  /** The id of the user who was signed in at the last update; empty for nobody. */
  private signedIn = '';
  /** The booking of a link was being opened at the last update. */
  private arriving = false;
  private readonly connection = new ListConnection(
    this,
    () => {
      const { api, as, pageSize, signIn, storage } = this;
      const getToken = this.steady('getToken', this.getToken);
      const fetch = this.steady('fetch', this.fetch);
      const link = () => this.ownLink;
      const only = { coachId: this.admin.coach?.id, clientId: this.admin.client?.id };
      return { api, as, pageSize, only, signIn, storage, getToken, fetch, link, now: () => this.now() };
    },
    () => this.listChanged(),
    () => this.actions.retryWhatFailed('unauthenticated'),
  );
  private readonly actions = new ListActions(
    this,
    () => this.connection.list,
    () => this.texts,
  );

  private readonly refunds = new RefundDesk(this, {
    list: () => this.connection.list,
    client: () => this.connection.client,
    texts: () => this.refundTexts,
    locale: () => this.language,
    tell: (text) => this.actions.tell(text),
    focusOn: (selector) => this.actions.focusOn.on(selector),
    keep: (id) => this.actions.keepInPlace(id),
  });

  private readonly pay = new PayDesk(this, {
    connection: () => this.connection,
    locale: () => this.locale,
    timeZone: () => this.timeZone,
    now: () => this.now(),
    backWords: () => (this.connection.single ? this.texts.backToOne : this.texts.back),
    changed: () => this.actions.tell(''),
    focusOn: (selector) => this.actions.focusOn.on(selector),
    keep: (id) => this.actions.keepInPlace(id),
  });

  constructor() {
    super();
    new PrintAlone(this, () => this.connection.single);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals', ...(this.connection.side === 'coach' ? (['desk'] as const) : [])];
  }

  /** Waits for texts once more: only `willUpdate` may find that a coach is signed in, who needs the texts of the desk, too. */
  protected override shouldUpdate(): boolean {
    const texts = loadTexts(this.language, this.textParts);
    void texts?.then(() => this.requestUpdate());
    return !texts;
  }

  private get texts() {
    return this.messages('bookings', bookingsEnglish);
  }

  private get refundTexts() {
    return this.messages('refunds', refundsEnglish);
  }

  private get reading(): Reading {
    return { ...createPreferences(this.locale, this.timeZone).state, locale: this.language };
  }

  private get moment(): ViewMoment {
    return { now: this.now(), timeZone: this.reading.timeZone };
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The list was closed while the element was out of the page for long.
    if (this.hasUpdated && !this.connection.list) this.requestUpdate('api');
  }

  /** Scrolls to the booking of a signed link and focuses it: the visitor starts at the top of the page without focus. */
  private arrive(): void {
    const { opening } = this.connection;
    if (opening === this.arriving) return;
    this.arriving = opening;
    if (document.activeElement !== document.body) return;
    if (opening) (this.cardAround ?? this).scrollIntoView({ block: 'start' });
    else this.actions.focusOn.on('[data-heading]');
  }

  /** The `<cb-booking>` around it, which already has a card. */
  private get cardAround(): Element | undefined {
    const around = this.getRootNode();
    return around instanceof ShadowRoot && around.host.localName === 'cb-booking' ? around.host : undefined;
  }

  /** Its title is of level 3 below the coach's card, else of level 2. */
  protected override get headingShift(): number {
    return super.headingShift - (this.cardAround ? 0 : 1);
  }

  /** Clears an admin's choices when another user has signed in, and reads the coaches to choose from. */
  private followAdmin(): void {
    const { account, isAdmin, client } = this.connection;
    const userId = account && account.status !== 'signed-out' ? (account.user?.id ?? '') : '';
    if (userId !== this.signedIn) this.admin.reset();
    this.signedIn = userId;
    if (isAdmin && client && account?.status === 'signed-in') void this.admin.readCoaches(client);
  }

  private get adminTexts() {
    return this.messages('admin', adminEnglish);
  }

  private listChanged(): void {
    this.view = undefined;
    this.search = '';
    this.drawn = ROWS_AT_ONCE;
    this.actions.restart();
    this.pay.reset();
  }

  private show(list: BookingList, view: BookingsViewName): void {
    this.view = view;
    this.drawn = ROWS_AT_ONCE;
    this.actions.reset();
    // Cancelled bookings may be anywhere in a long list, so they are requested separately.
    void list.filter(view === 'cancelled' ? 'cancelled' : undefined);
  }

  private filter(list: BookingList, status: Booking['status'] | undefined): void {
    this.drawn = ROWS_AT_ONCE;
    this.actions.reset();
    void list.filter(status);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { connection } = this;
    if (this.api && isAnother(changed, this, connectionProperties)) connection.connect();
    this.followAdmin();
    connection.follow();
    this.arrive();
    const { list, side } = connection;
    if (this.view || list?.state.status !== 'ready') return;
    // Chosen only once: the view must not change when its last booking is answered.
    const filled = viewsOf[side].find((name) => inView(name, list.state.bookings, this.moment).length > 0);
    this.view = filled ?? 'upcoming';
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) return html`${developerMessage(texts.missing('api'))}<slot></slot>`;
    const { list, side } = this.connection;
    const { moving, said } = this.actions.now;
    const { isAdmin } = this.connection;
    const hasPanel = isAdmin && this.admin.panel !== undefined;
    return html`<section class="root ${this.cardAround ? 'inside' : ''}" aria-label=${this.heading}>
      ${list && this.connection.hasEnded ? signedOut(this.connection.client?.signIn, side, this.language, texts) : nothing}
      ${hasPanel ? nothing : list ? this.renderPane(list, moving) : this.renderWayIn()}
      ${isAdmin ? this.renderPanels() : nothing}
      <p class="visually-hidden" role="status">${said}</p>
    </section>`;
  }

  private renderPane(list: BookingList, moving: Booking | undefined): TemplateResult {
    if (this.pay.isOpen) return this.pay.view(list);
    return moving ? this.renderMove(list, moving) : this.renderList(list);
  }

  private get heading(): string {
    const { single, side, isAdmin } = this.connection;
    return isAdmin ? this.adminTexts.bookings : this.texts.title[single ? 'single' : side];
  }

  private renderPanels(): TemplateResult {
    const { api, signIn, storage, language: locale } = this;
    const connection = {
      ...{ api, signIn, storage, locale, now: this.now },
      getToken: this.steady('getToken', this.getToken),
      fetch: this.steady('fetch', this.fetch),
    };
    return adminPanels(this.admin, connection, (selector) => this.actions.focusOn.on(selector), this.adminTexts);
  }

  /** The signed link that this list opens; empty for none. */
  private get ownLink(): string {
    return this.link || claimBookingLink(this);
  }

  private renderWayIn(): TemplateResult {
    const { texts, connection } = this;
    const { client, linkProblem, account } = connection;
    if (connection.opening || account?.status === 'signed-in') return skeletonRows(texts);
    if (!linkProblem || this.signingIn) return signedOut(client?.signIn, connection.side, this.language, texts);
    const signIn = () => {
      this.signingIn = true;
      this.actions.focusOn.on('cb-sign-in');
    };
    const ways = { retry: () => connection.openLink(), signIn, link: this.ownLink, client };
    return brokenLink(linkProblem, ways, texts, this.language);
  }

  private renderList(list: BookingList): TemplateResult {
    const { texts, moment, view = 'upcoming' } = this;
    const { single } = this.connection;
    const { bookings, status, filter, loadingMore } = list.state;
    const only = statusesIn[view].length > 1 ? filter : undefined;
    const inView = single ? bookings : shownIn(view, bookings, this.actions.now.kept, { ...moment, only });
    const rows = searchClients(inView, this.search, this.language);
    const drawn = rows.slice(0, this.drawn);
    const isEmpty = status === 'ready' && rows.length === 0 && !single;
    const isSearched = inView.length > 0;
    const showAll = () => {
      if (isSearched) this.find('');
      else this.filter(list, undefined);
      this.actions.focusOn.on(isSearched ? '[part="search"]' : '[part="filter"]');
    };
    const emptyText = isSearched
      ? texts.emptySearch(this.search.trim())
      : only
        ? texts.emptyFiltered(texts.status[only])
        : texts.empty[view];
    // Past views and searches may miss bookings that are not loaded yet; the list of an admin is not loaded whole at first.
    const mayHaveMore = reachingBack.includes(view) || this.search.trim() !== '' || this.connection.isAdmin;
    return html`
      ${this.renderHeader(list, view, rows)}
      ${loadFailed(list.state, () => list.load(), texts, this.language)}
      ${status === 'loading' || (isEmpty && loadingMore) ? skeletonRows(texts) : nothing}
      ${isEmpty && !loadingMore ? emptyView(emptyText, only || isSearched ? showAll : undefined, texts) : nothing}
      <div class=${this.weekOf ? 'with-week' : ''}>
        ${this.weekOf ? this.renderWeek(list, this.weekOf) : nothing}
        <div class="days" @keydown=${onRowKey}>${this.renderDays(list, drawn)}</div>
      </div>
      ${
        drawn.length < rows.length
          ? moreDrawn({ drawn: drawn.length, known: rows.length }, () => this.drawMore(rows), texts)
          : single || !mayHaveMore
            ? nothing
            : moreRows(list.state, () => this.more(list), texts)
      }
      ${this.renderToolbar(list, rows)}
      ${this.renderAccount()}
    `;
  }

  /** What people do with their own account, below their bookings; it loads by itself. */
  private renderAccount(): TemplateResult | typeof nothing {
    const { client, single } = this.connection;
    if (!client || single || client.signIn.hosted) return nothing;
    loadElements(accountElements).catch(() => undefined);
    return html`<cb-account
      .api=${this.api} .signIn=${client.signIn} .fetch=${this.steady('fetch', this.fetch)} locale=${this.language}
    ></cb-account>`;
  }

  /** The id of the coach whose week is shown: the signed-in coach, or the one an admin chose; empty when no week is shown. */
  private get weekOf(): string {
    const { isAdmin, side, single, account } = this.connection;
    if (!this.week || single || side !== 'coach') return '';
    if (isAdmin) return this.admin.coach?.id ?? '';
    return account && account.status !== 'signed-out' ? (account.user?.id ?? '') : '';
  }

  private toggleWeek(): void {
    this.week = !this.week;
    if (!this.week) return;
    const tag = 'cb-bookings-week';
    loadElements({ [tag]: deskElements[tag] }).catch(() => {
      this.week = false;
      this.actions.say(this.adminTexts.editorFailed);
    });
  }

  private renderWeek(list: BookingList, coachId: string): TemplateResult {
    return html`<cb-bookings-week
      .bookings=${list.state.bookings} .client=${this.connection.client} .coach=${coachId} ?own=${!this.connection.isAdmin} .now=${this.now}
      time-zone=${this.reading.timeZone} locale=${this.language}
      @cb-moved=${({ booking }: MovedEvent) => this.replaceMoved(list, booking)}
      @cb-open-booking=${({ booking }: OpenBookingEvent) => this.showRow(list, booking)}
      @cb-week-change=${({ start }: WeekChangeEvent) => this.reachBack(list, start)}
    ></cb-bookings-week>`;
  }

  private replaceMoved(list: BookingList, moved: Booking): void {
    list.replace(moved);
    const { shortDay, time } = timeInWords(moved.session_datetime, moved.session_datetime, this.reading);
    this.actions.tell(this.texts.moved(shortDay, time));
  }

  /** Shows the row of a session, in whatever view has it. */
  private async showRow(list: BookingList, booking: Booking): Promise<void> {
    const isIn = (name: BookingsViewName) => inView(name, [booking], this.moment).length > 0;
    const { view = 'upcoming' } = this;
    if (this.search) this.find('');
    if (!isIn(view)) this.show(list, (['upcoming', 'past', 'toComplete', 'waiting'] as const).find(isIn) ?? 'upcoming');
    const at = inView(this.view ?? view, list.state.bookings, this.moment).findIndex(({ id }) => id === booking.id);
    this.drawn = Math.max(this.drawn, at + 1);
    this.actions.focusOnBooking(booking.id);
  }

  /** Reads more pages, at most 20, until the list reaches back to `start` (epoch ms): it begins with the latest session. */
  private async reachBack(list: BookingList, start: number): Promise<void> {
    const earliest = () =>
      Math.min(...list.state.bookings.map(({ session_datetime }) => readInstant(session_datetime) ?? 0));
    for (let pages = 0; pages < 20 && earliest() > start; pages++) {
      const { loaded, total, status } = list.state;
      if (status !== 'ready' || loaded >= total) return;
      await list.more();
    }
  }

  private renderDays(list: BookingList, rows: readonly Booking[]): unknown {
    const { texts, moment, language } = this;
    const rowsOf = (bookings: readonly Booking[]) =>
      html`<ul>${repeat(bookings, idOf, (booking) => this.renderRow(list, booking))}</ul>`;
    if (this.connection.single) return rowsOf(rows);
    return repeat(
      byDay(rows, moment.timeZone),
      ({ date }) => date,
      ({ date, bookings }) => html`<section class="day" part="day" aria-labelledby="day-${date}">
        <h4 id="day-${date}">${dayHeading(date, moment, language, texts)}</h4>
        ${rowsOf(bookings)}
      </section>`,
    );
  }

  private renderHeader(list: BookingList, view: BookingsViewName, rows: readonly Booking[]): TemplateResult {
    const { texts, moment } = this;
    const { side, single, client, account } = this.connection;
    const { city, offset } = zoneOf(this.reading, moment.now);
    const isGuest = single || (account?.status === 'signed-in' && account.user?.is_guest);
    return html`<header>
      <div class="top">
        <div>
          <h3 tabindex="-1" data-heading>${this.heading}</h3>
          <p class="quiet" part="zone">${texts.zone(city, offset)}</p>
        </div>
        ${client?.signIn.hosted || isGuest ? nothing : html`<button type="button" class="plain sign-out" @click=${() => this.connection.signOut()}>${texts.signOut}</button>`}
      </div>
      ${this.connection.isAdmin ? adminTools(this.admin, (selector) => this.actions.focusOn.on(selector), this.adminTexts) : nothing}
      ${single ? nothing : viewButtons(side, list.state.bookings, moment, view, (name) => this.show(list, name), texts, this.language)}
      ${
        single || side === 'client'
          ? nothing
          : html`<div class="top tools">
              ${this.renderSelectAll(rows)}
              ${this.connection.isAdmin && !this.admin.coach ? nothing : html`<button type="button" class="secondary" data-act="week" aria-pressed=${this.week} @click=${this.toggleWeek}>${this.messages('bookingsWeek', bookingsWeekEnglish).show}</button>`}
              <input
                type="search" part="search" class="search" autocomplete="off" placeholder=${texts.search} aria-label=${texts.search}
                .value=${live(this.search)} @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)}
              >
              ${statusFilter(view, list.state.filter, (wanted) => this.filter(list, wanted), texts)}
            </div>`
      }
    </header>`;
  }

  /** The check box that selects all bookings of the view, or none. */
  private renderSelectAll(rows: readonly Booking[]): TemplateResult | typeof nothing {
    const { texts, actions } = this;
    const selectable = rows.filter((booking) => this.isSelectable(booking)).map(idOf);
    if (selectable.length === 0) return nothing;
    const { selected } = actions.now;
    const all = selectable.every((id) => selected.has(id));
    return html`<label class="all">
      <input
        type="checkbox" part="select-all" .checked=${live(all)} .indeterminate=${!all && selected.size > 0}
        @change=${() => actions.select(all ? [] : selectable)}
      >${texts.selectView(selectable.length)}
    </label>`;
  }

  /** Filters by clients whose name or address contains these words. */
  private find(words: string): void {
    this.search = words;
    this.drawn = ROWS_AT_ONCE;
    this.actions.select([]);
    const { list } = this.connection;
    if (!list || !words.trim()) return;
    const inView = shownIn(this.view ?? 'upcoming', list.state.bookings, this.actions.now.kept, this.moment);
    this.actions.say(this.texts.found(searchClients(inView, words, this.language).length));
  }

  private isSelectable(booking: Booking): boolean {
    const { side, single, list } = this.connection;
    return side === 'coach' && !single && isOpen(booking) && list?.state.rows.get(booking.id)?.kind !== 'undoable';
  }

  private renderRow(list: BookingList, booking: Booking): TemplateResult {
    const { id } = booking;
    const { texts, refundTexts, connection, actions, refunds } = this;
    const { side, single } = connection;
    const { asking, marks, selected } = actions.now;
    const source = {
      booking,
      as: side,
      row: list.state.rows.get(id),
      profile: connection.profileOf(booking)?.state,
      movable: connection.client?.supports('moveBooking') !== false,
      reading: this.reading,
      now: this.now(),
    };
    const read = readRow(source, texts);
    const paid = { booking, as: side, person: read.person, reading: source.reading, now: source.now };
    const isCoach = side === 'coach';
    const mayRefund = isCoach && refundable(booking) > 0 && booking.payment?.refund?.status !== 'pending';
    return bookingRow(
      {
        ...read,
        heldLabel: heldWords(paid, refundTexts),
        paymentLabel: refundTexts.payment,
        payment: paymentWords(paid, refundTexts),
        moneyBack: asking === id ? cancelWords(paid, refundTexts) : '',
        refundLabel: refundTexts.refund,
        payLabel: payWords(paid, refundTexts),
        refunding: isCoach ? refunds.form(booking, read.person) : undefined,
        refundFailure: isCoach ? refunds.failure(booking) : undefined,
        asking: asking === id,
        mark: marks.get(id),
        single,
        level: this.headingShift + (single ? 4 : 5),
        picks: side === 'coach' && !single && this.view !== 'cancelled',
        selectable: this.isSelectable(booking),
        selected: selected.has(id),
        ...(connection.isAdmin && this.adminRow(booking)),
      },
      {
        ...actions.actionsOn(list, booking),
        pay: () => this.pay.open(booking),
        ...(mayRefund && { refund: () => refunds.open(booking) }),
      },
      texts,
    );
  }

  /** For an admin's row: the names of both sides, and the button that shows the bookings of this client alone. */
  private adminRow(booking: Booking) {
    const { adminTexts: texts, admin } = this;
    const client = booking.client?.name || booking.client?.email || '';
    const people = texts.session(booking.duration_minutes, client, booking.coach?.name ?? '');
    const press = () => {
      admin.choose({ client: { id: booking.client_id, name: client } });
      this.actions.focusOn.on('[data-heading]');
    };
    return { people, ...(client && !admin.client && { onlyClient: { words: texts.onlyClient(client), press } }) };
  }

  private renderToolbar(list: BookingList, rows: readonly Booking[]): TemplateResult | typeof nothing {
    const { actions } = this;
    const { undoable } = actions;
    const { asking, selected } = actions.now;
    const selectable = rows.filter((booking) => this.isSelectable(booking));
    const [first = ''] = undoable;
    const undoing = list.state.rows.get(first);
    const now = this.now();
    const chosen = selectable.filter(({ id }) => selected.has(id));
    return toolbar(
      {
        chosen,
        moneyBack: asking === SELECTED ? cancelSeveralWords(chosen, this.reading, now, this.refundTexts) : '',
        selectable: selectable.length,
        undoable,
        secondsLeft: secondsLeft(secondsToUndo(undoing, now), this.language),
        held: undoing?.kind === 'undoable' && undoing.held,
        asking: asking === SELECTED,
        now,
      },
      {
        change: (ids, to) => actions.change(list, ids, to),
        ask: (wanted) => actions.ask(wanted ? SELECTED : undefined, '[data-act="cancel-selected"]'),
        cancel: (ids, reason) => actions.cancel(list, ids, reason),
        undo: (ids) => actions.undo(list, ids),
        holdUndo: (held) => actions.holdUndo('pointer', held),
        selectAll: () => {
          actions.select(selectable.map(idOf));
          actions.focusOn.on('[data-act="clear"]');
        },
        clear: () => actions.select([]),
      },
      this.texts,
    );
  }

  private drawMore(rows: readonly Booking[]): void {
    const next = rows[this.drawn];
    this.drawn += ROWS_AT_ONCE;
    if (next) this.actions.focusOnBooking(next.id);
  }

  private async more(list: BookingList): Promise<void> {
    const before = new Set(list.state.bookings.map(idOf));
    await list.more();
    const inView = shownIn(this.view ?? 'past', list.state.bookings, this.actions.now.kept, {
      ...this.moment,
      only: list.state.filter,
    });
    const shown = searchClients(inView, this.search, this.language);
    const at = shown.findIndex(({ id }) => !before.has(id));
    const added = shown[at];
    if (!added) return;
    this.drawn = Math.max(this.drawn, at + ROWS_AT_ONCE);
    this.actions.focusOnBooking(added.id);
  }

  private renderMove(list: BookingList, booking: Booking): TemplateResult {
    const { actions } = this;
    return html`<cb-move-booking
      .booking=${booking} .client=${this.connection.client} .now=${this.now} time-zone=${this.timeZone} locale=${this.language}
      ?single=${this.connection.single} as=${this.connection.side}
      @cb-back=${() => actions.endMove(booking)}
      @cb-moved=${({ booking: moved }: MovedEvent) => {
        this.replaceMoved(list, moved);
        actions.endMove(booking, 'moved');
      }}
    ></cb-move-booking>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-bookings': CbBookings;
  }
}
