import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Role, role as roles } from '../../contract/auth.ts';
import type { AccountChange, ManagedAccount } from '../../contract/desk/account.ts';
import { adminEndpoints } from '../../contract/endpoints/admin.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { chevronDown } from '../base/icons.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { adminEnglish } from '../i18n/desk/admin.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { AccountEvent } from './account-events.ts';
import { type AccountRowActions, accountRow, nameOf } from './account-row.ts';
import { accountsStyles } from './accounts.styles.ts';

/** People per request; each press loads as many more. */
const PAGE = 50;

/** Waits this long after a key before it asks the server, milliseconds. */
const TYPING_MS = 250;

/**
 * All accounts, for an admin: search by name and role, switch accounts off and on, list coaches or not. Needs the admin extension
 * of the contract; shows a message when a backend lacks it.
 *
 * @fires cb-account-bookings - The admin asks for somebody's bookings.
 * @fires cb-account-hours - The admin asks for a coach's hours.
 * @csspart search - Searches names and e-mail.
 * @csspart role - Chooses a role.
 * @csspart account - One person; also `off`.
 * @csspart problem - The reason why something failed.
 */
export class CbAccounts extends SignInElement {
  static override styles = [tokens, controls, formStyles, choiceStyles, developerStyles, accountsStyles];
  static readonly uses = { 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** `session` keeps the admin signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private accounts: readonly ManagedAccount[] | undefined;
  @state() private total = 0;
  @state() private words = '';
  @state() private wantedRole: Role | '' = '';
  @state() private problem: BookingError | undefined;
  /** The failures by account id. */
  @state() private refusals: ReadonlyMap<string, BookingError> = new Map();
  /** The id of the account in the question about switching off. */
  @state() private asking = '';
  @state() private busy = '';
  @state() private said = '';
  private reading = new AbortController();
  /** How many people come before the page that is being loaded; undefined while no page is loading. */
  private readingFrom: number | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly focusNext = new MoveFocus(this, () => ['[data-heading]']);
  private readonly own = new SignedIn(this, adminEndpoints, () => void this.read(0));

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.readingFrom !== undefined) void this.read(this.readingFrom);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.abort();
    clearTimeout(this.typing);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('admin', adminEnglish);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.own.follow(changed);
  }

  private async read(skip: number): Promise<void> {
    const { client } = this.own;
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    this.readingFrom = skip;
    const { words, wantedRole: role } = this;
    const query = { skip: String(skip), limit: String(PAGE), ...(words.trim() && { q: words }), ...(role && { role }) };
    this.problem = undefined;
    try {
      const reply = await client?.listAccounts({ query }, { signal });
      if (!reply || signal.aborted) return;
      const first = reply.accounts[0];
      this.accounts = skip === 0 ? reply.accounts : [...(this.accounts ?? []), ...reply.accounts];
      this.total = reply.total;
      if (skip === 0) this.said = reply.total ? this.texts.found(reply.total) : this.texts.none;
      else if (first) this.focusNext.on(`[data-account="${CSS.escape(first.id)}"] h4`);
    } catch (error) {
      if (signal.aborted) return;
      if (!isBookingError(error)) throw error;
      this.problem = error;
    }
    this.readingFrom = undefined;
  }

  private narrow(change: { readonly words?: string; readonly wantedRole?: Role | '' }, wait: number): void {
    Object.assign(this, change);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.read(0), wait);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    const { account, client, user } = this.own;
    const isOut = account?.status !== 'signed-in';
    const notes = { needed: texts.signIn, ended: texts.signInAgain };
    return html`<section class="root ${this.getRootNode() instanceof ShadowRoot ? 'inside' : ''}" aria-labelledby="title">
      <header>
        <h3 id="title" tabindex="-1" data-heading>${texts.title}</h3>
        ${isOut || user?.role !== 'admin' ? nothing : this.renderTools()}
      </header>
      ${isOut ? signInPanel(client?.signIn, notes, this.language) : nothing}
      ${isOut && !this.accounts ? nothing : user && user.role !== 'admin' ? html`<p class="state">${texts.notAdmin}</p>` : this.renderList()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderTools(): TemplateResult {
    const { texts, words, wantedRole: role } = this;
    return html`<div class="tools">
      <input
        type="search" part="search" autocomplete="off" placeholder=${texts.search} aria-label=${texts.search} .value=${words}
        @input=${(event: Event) => this.narrow({ words: (event.target as HTMLInputElement).value }, TYPING_MS)}
      >
      <span class="select">
        <select
          part="role" aria-label=${texts.role}
          @change=${(event: Event) => this.narrow({ wantedRole: (event.target as HTMLSelectElement).value as Role | '' }, 0)}
        >
          <option value="" ?selected=${role === ''}>${texts.everyRole}</option>
          ${roles.options.map((name) => html`<option value=${name} ?selected=${role === name}>${texts.roles[name]}</option>`)}
        </select>${chevronDown}
      </span>
    </div>`;
  }

  private renderList(): TemplateResult {
    const { texts, accounts, problem, total } = this;
    if (problem) {
      return html`<div class="state" role="alert" part="problem"><p>${this.problemWords(problem)}</p>
        <span class="buttons"><button type="button" class="secondary" @click=${() => this.read(0)}>${texts.tryAgain}</button></span></div>`;
    }
    if (!accounts) return html`<p class="state quiet">${texts.loading}</p>`;
    if (accounts.length === 0) return html`<p class="state quiet">${texts.none}</p>`;
    return html`<ul>${repeat(
      accounts,
      ({ id }) => id,
      (account) => this.renderRow(account),
    )}</ul>
    ${
      accounts.length < total
        ? html`<p class="end"><button type="button" class="secondary" data-act="more" @click=${() => this.read(accounts.length)}>${texts.more}</button></p>`
        : nothing
    }`;
  }

  private renderRow(account: ManagedAccount): TemplateResult {
    const { id } = account;
    const { texts } = this;
    const refusal = this.refusals.get(id);
    const actions: AccountRowActions = {
      bookings: () => this.dispatchEvent(new AccountEvent('cb-account-bookings', account)),
      hours: () => this.dispatchEvent(new AccountEvent('cb-account-hours', account)),
      ask: (asking) => {
        this.asking = asking ? id : '';
        const row = `[data-account="${CSS.escape(id)}"]`;
        this.focusNext.on(asking ? `${row} [data-act="keep"]` : `${row} [data-act="off"]`);
      },
      change: (change) => void this.change(account, change),
    };
    return accountRow(
      {
        account,
        isYou: id === this.own.user?.id,
        asking: this.asking === id,
        busy: this.busy === id,
        problem: refusal && this.problemWords(refusal),
      },
      actions,
      texts,
    );
  }

  private problemWords(problem: BookingError): string {
    return this.texts.problems[problem.kind] ?? this.texts.refused(refusalText(problem, this.language));
  }

  private async change(account: ManagedAccount, change: AccountChange): Promise<void> {
    const { id } = account;
    const { texts } = this;
    if (this.busy) return;
    this.asking = '';
    this.busy = id;
    this.refusals = new Map([...this.refusals].filter(([other]) => other !== id));
    try {
      const changed = await this.own.client?.updateAccount({ params: { account_id: id }, body: change });
      if (!changed) return;
      this.accounts = this.accounts?.map((other) => (other.id === id ? { ...other, ...changed } : other));
      this.said = texts.done[doneBy(change)](nameOf(account));
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.refusals = new Map([...this.refusals, [id, error]]);
    } finally {
      this.busy = '';
      this.focusNext.on(`[data-account="${CSS.escape(id)}"] h4`);
    }
  }
}

function doneBy({ is_active, is_listed, is_bookable }: AccountChange) {
  if (is_active !== undefined) return is_active ? 'on' : 'off';
  if (is_listed !== undefined) return is_listed ? 'listed' : 'hidden';
  return is_bookable ? 'bookable' : 'stopped';
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-accounts': CbAccounts;
  }
}
