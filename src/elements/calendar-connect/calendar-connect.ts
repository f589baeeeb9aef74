import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CalendarConnection, CalendarProvider } from '../../contract/calendar.ts';
import { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { type CalendarConnections, createCalendarConnections } from '../../core/calendar-connect/connections.ts';
import type { ConnectPhases } from '../../core/calendar-connect/phase.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { isAnother } from '../base/is-another.ts';
import { sharedClient, type VisitorClient } from '../context/shared-client.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { calendarConnectEnglish } from '../i18n/calendar-connect.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { calendarConnectStyles } from './calendar-connect.styles.ts';
import { type CalendarClient, CbCalendarFeed } from './calendar-feed.ts';
import { CalendarChangeEvent } from './change-event.ts';
import { failureWords, momentWords } from './connection-text.ts';
import { ProviderJourney } from './provider-journey.ts';
import { connectList, connectRow } from './provider-row.ts';

/**
 * A person's own calendars: Google and Outlook to connect, reconnect and disconnect, and the private address that any other
 * calendar can subscribe to. The provider opens in a window, or in the page itself where the browser blocks windows; only then the
 * pending connection is kept in `sessionStorage` until the page is back.
 *
 * @fires cb-calendar-change - A calendar was connected or disconnected.
 * @csspart frame - The whole.
 * @csspart connection - One provider; also its name and its status.
 * @csspart status - Its status in words.
 * @csspart last-sync - When it was last updated.
 * @csspart last-error - The reason why the last update failed.
 * @csspart connect - Connects or reconnects it.
 * @csspart disconnect - Asks whether to disconnect it.
 * @csspart problem - The reason why an action failed.
 */
export class CbCalendarConnect extends SignInElement {
  static override styles = [tokens, controls, developerStyles, formStyles, calendarConnectStyles];

  static readonly uses = { 'cb-calendar-feed': CbCalendarFeed, 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** The redirect address for providers, on this page's own origin; the page itself, without its query, when left out. */
  @property({ attribute: 'redirect-uri' }) redirectUri = '';
  /** Leaves out the private address. */
  @property({ type: Boolean, attribute: 'no-feed' }) noFeed = false;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of one made from `api`. */
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private asking: CalendarProvider | undefined;
  @state() private said = '';
  /** The calendars as loaded; undefined until somebody is signed in. */
  connections: CalendarConnections | undefined;
  private calendars: CalendarClient | undefined;
  private owner: CalendarClient | undefined;
  private seen: ConnectPhases = {};
  private acted: CalendarProvider | undefined;
  private hadFocus = false;
  private readonly journey = new ProviderJourney(this);
  private readonly focusNext = new MoveFocus(this);

  constructor() {
    super();
    new Subscriptions(this, () => [this.calendars?.signIn, this.connections]);
  }

  /** The redirect address for providers. */
  get redirect(): string {
    return new URL(this.redirectUri || location.pathname, location.href).href;
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'calendars', 'refusals'];
  }

  private get texts() {
    return this.messages('calendarConnect', calendarConnectEnglish);
  }

  /** Its title is of level 2. */
  protected override get headingShift(): number {
    return super.headingShift - 1;
  }

  private get side(): 'client' | 'coach' {
    const account = this.calendars?.signIn.state;
    return account?.status === 'signed-in' && account.user?.role === 'coach' ? 'coach' : 'client';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { api, signIn, storage } = this;
    const getToken = this.steady('getToken', this.getToken);
    const fetch = this.steady('fetch', this.fetch);
    const keys = ['api', 'client', 'signIn', 'storage', 'getToken', 'fetch'];
    if (api && isAnother(changed, this, keys)) {
      const client = this.client ?? sharedClient({ api, signIn, storage, getToken, fetch });
      this.calendars = client.with(calendarEndpoints);
      if (changed.has('api')) this.journey.arrive();
    }
    this.follow();
    this.notice();
    this.hadFocus = this.shadowRoot?.activeElement != null;
  }

  /** Opens the calendars of the signed-in user, and closes them after sign-out. */
  private follow(): void {
    const { calendars, journey } = this;
    // This page is the provider's window, and about to close.
    if (journey.handing) return;
    const account = calendars?.signIn.state;
    // A signed link reaches one booking, not its owner's calendars.
    const signedIn = account?.status === 'signed-in' && account.bookingId === undefined;
    const owner = signedIn ? calendars : undefined;
    if (owner === this.owner) return;
    this.owner = owner;
    this.seen = {};
    journey.closeWindows();
    this.connections = undefined;
    if (!owner) return;
    // Only texts depend on the user: a failure has no effect.
    void owner.signIn.identify().catch(() => undefined);
    void this.readConnections(createCalendarConnections(owner));
  }

  private async readConnections(connections: CalendarConnections): Promise<void> {
    this.connections = connections;
    const { returned } = this.journey;
    this.journey.returned = undefined;
    // Finishes the connection first, so that the list shows it.
    if (returned) await connections.resume(returned.pending, returned.callback);
    await connections.load();
  }

  /** Announces what was finished since the last update. */
  private notice(): void {
    const { texts, seen: before } = this;
    const phases = this.connections?.state.phases ?? {};
    this.seen = phases;
    for (const provider of ['google', 'outlook'] as const) {
      const [was, is] = [before[provider]?.kind, phases[provider]?.kind];
      if (was === is) continue;
      this.acted = provider;
      if (is !== 'opening' && is !== 'waiting') this.journey.close(provider);
      if (is || (was !== 'finishing' && was !== 'disconnecting')) continue;
      const connected = was === 'finishing';
      this.said = (connected ? texts.nowConnected : texts.nowDisconnected)(texts.provider[provider]);
      this.dispatchEvent(new CalendarChangeEvent(provider, connected));
    }
  }

  protected override updated(): void {
    // The focused element was removed: focus the provider of the last action, else the heading.
    if (this.hadFocus && !this.shadowRoot?.activeElement) {
      this.renderRoot.querySelector<HTMLElement>(`#${this.acted ?? 'title'}`)?.focus();
    }
  }

  protected override render(): TemplateResult {
    const { texts, journey } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    const foreign = new URL(this.redirect).origin !== location.origin;
    if (foreign) return developerMessage(texts.foreignRedirect(this.redirectUri));
    return html`<section class="root" part="frame" aria-labelledby="title">
      <header>
        <h3 id="title" tabindex="-1">${texts.title}</h3>
        ${this.connections ? html`<p>${texts.intro[this.side]}</p>` : nothing}
      </header>
      ${
        journey.handing
          ? html`<p class="alone" role="status">${journey.handing === 'over' ? texts.handingOver : texts.handedOver}</p>`
          : this.connections
            ? html`${connectList(this.connections, (connection) => this.renderRow(connection), texts, this.language)}
              ${this.noFeed ? nothing : html`<cb-calendar-feed .client=${this.owner} .locale=${this.language} exportparts="feed, address, copy, open-feed, reset"></cb-calendar-feed>`}`
            : this.renderSignedOut()
      }
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderSignedOut(): TemplateResult {
    const { calendars, texts, journey } = this;
    if (calendars?.signIn.hosted) return html`<p class="alone">${texts.signInElsewhere}</p>`;
    const provider = journey.returned?.pending.provider;
    const note = provider ? texts.signInToFinish(texts.provider[provider]) : texts.signIn;
    return html`<div class="signed-out">
      <cb-sign-in .signIn=${calendars?.signIn} note=${note} locale=${this.language}></cb-sign-in>
    </div>`;
  }

  private renderRow(connection: CalendarConnection): TemplateResult {
    const { connections, texts, journey } = this;
    const { provider, last_sync } = connection;
    const phase = connections?.state.phases[provider];
    return connectRow(
      {
        connection,
        phase,
        side: this.side,
        lastSync: last_sync ? momentWords(last_sync, this.language, this.timeZone) : '',
        asking: this.asking === provider,
        failure: failureWords(phase, provider, this.redirect, texts, this.language),
        windowOpen: journey.hasWindow(provider),
      },
      {
        connect: () => {
          this.asking = undefined;
          void journey.go(provider, texts.openingWindow(texts.provider[provider]));
        },
        ask: (asking) => this.ask(provider, asking),
        disconnect: () => {
          this.asking = undefined;
          void connections?.disconnect(provider);
        },
        showWindow: () => journey.showWindow(provider),
        dismiss: () => connections?.dismiss(provider),
      },
      texts,
    );
  }

  /** Asks whether to disconnect, and moves the focus to the question and back. */
  private ask(about: CalendarProvider, asking: boolean): void {
    this.acted = about;
    this.asking = asking ? about : undefined;
    this.focusNext.on(asking ? '[data-act="keep"]' : `[data-act="disconnect"][data-provider="${about}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-calendar-connect': CbCalendarConnect;
  }
}
