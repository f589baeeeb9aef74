import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { User } from '../../contract/auth.ts';
import { accountEndpoints } from '../../contract/endpoints/account.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { comma } from '../../domain/language/listed.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { sharedClient } from '../context/shared-client.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { type FormIssue, judgeAgain } from '../forms/error-summary.ts';
import { filledFields, submitAnyway, textField } from '../forms/form-field.ts';
import { accountEnglish } from '../i18n/account.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { accountStyles } from './account.styles.ts';
import { type AccountTask, accountFailure, checkTyped, type Typed } from './account-forms.ts';

const nothingTyped: Typed = { current: '', next: '' };

/**
 * A user's own account: sign out, here or on all devices, change password and address, download the data, delete the account. Empty
 * while nobody is signed in, for a visitor with a signed link, and on pages with their own users.
 *
 * @csspart account - The panel, closed at first.
 * @csspart act - A button that opens a task.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field.
 * @csspart error - The error of a field.
 * @csspart problem - The reason why something was refused.
 * @csspart submit - The button that carries out the task.
 */
export class CbAccount extends SignInElement {
  static override styles = [tokens, controls, developerStyles, formStyles, accountStyles];

  /** Address of the API. */
  @property() api = '';
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private task: AccountTask | undefined;
  @state() private typed: Typed = nothingTyped;
  @state() private issues: readonly FormIssue[] = [];
  @state() private failure = '';
  @state() private busy = false;
  @state() private said = '';
  private readonly focusNext = new MoveFocus(this);
  private asked = false;

  constructor() {
    super();
    new Subscriptions(this, () => [this.client?.signIn]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.typed = nothingTyped;
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('account', accountEnglish);
  }

  private get client() {
    const { api, signIn } = this;
    if (!api) return undefined;
    return sharedClient({ api, signIn, fetch: this.steady('fetch', this.fetch) }).with(accountEndpoints);
  }

  private get user(): User | undefined {
    const account = this.client?.signIn.state;
    return account?.status === 'signed-in' && account.bookingId === undefined ? account.user : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { client } = this;
    if (this.asked || !client || client.signIn.state.status !== 'signed-in') return;
    this.asked = true;
    void client.signIn.identify().catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, client, user, said } = this;
    if (!client) return developerMessage(texts.missing('api'));
    const status = html`<p class="said" role="status">${said}</p>`;
    if (client.signIn.hosted) return nothing;
    if (!user) return said ? status : nothing;
    const isGuest = user.is_guest === true;
    const act = (task: AccountTask, words: string) => html`<button
      type="button" class="plain" part="act" data-act=${task} aria-expanded=${this.task === task}
      @click=${() => this.begin(this.task === task ? undefined : task)}
    >${words}</button>`;
    return html`<details part="account">
      <summary>${texts.title}</summary>
      <p class="as">${texts.signedInAs} <strong>${user.name || user.email}</strong>${user.name ? comma(this.language) + user.email : ''}</p>
      <div class="acts">
        <button type="button" class="plain" part="act" data-act="out" @click=${() => void client.signIn.logOut()}>${texts.signOut}</button>
        ${isGuest ? nothing : [act('everywhere', texts.signOutEverywhere), act('password', texts.changePassword), act('email', texts.changeEmail)]}
        <button type="button" class="plain" part="act" data-act="download" @click=${this.download}>${texts.download}</button>
        ${act('remove', texts.remove)}
      </div>
      ${this.task ? this.renderTask(this.task, isGuest) : this.failure ? this.renderFailure() : nothing}
      ${status}
    </details>`;
  }

  private renderFailure(): TemplateResult {
    return html`<div class="panel bad" tabindex="-1" part="problem"><p>${this.failure}</p></div>`;
  }

  private renderTask(task: AccountTask, isGuest: boolean): TemplateResult {
    const { texts, busy, issues } = this;
    const row = (field: keyof Typed, label: string, type: 'password' | 'email', autocomplete: string, help?: string) =>
      textField({
        field,
        label,
        type,
        autocomplete,
        help,
        value: this.typed[field],
        error: issues.find((issue) => issue.field === field)?.message,
        readonly: busy,
        change: (value) => this.edit(field, value),
      });
    const fields = {
      everywhere: html`<p class="help">${texts.everywhereHelp}</p>`,
      password: html`${row('current', texts.currentPassword, 'password', 'current-password')}
        ${row('next', texts.newPassword, 'password', 'new-password', texts.passwordHelp)}`,
      email: html`${row('next', texts.newEmail, 'email', 'email')}
        ${row('current', texts.password, 'password', 'current-password')}`,
      remove: html`<p class="help">${texts.removeHelp}</p>
        ${isGuest ? nothing : row('current', texts.password, 'password', 'current-password')}`,
    }[task];
    const words = {
      everywhere: texts.signOutEverywhere,
      password: texts.save,
      email: texts.save,
      remove: texts.removeNow,
    }[task];
    return html`<form novalidate aria-label=${this.titleOf(task)} @submit=${this.submit} @keydown=${this.leaveByKey}>
      ${this.failure ? this.renderFailure() : nothing}${fields}
      <div class="buttons">
        <button class="primary ${task === 'remove' ? 'danger' : ''}" part="submit" @click=${submitAnyway} aria-disabled=${busy}>
          ${busy ? texts.working : words}
        </button>
        <button type="button" class="secondary" data-act="keep" @click=${() => this.begin(undefined)}>${texts.keep}</button>
      </div>
    </form>`;
  }

  private titleOf(task: AccountTask): string {
    const { texts } = this;
    const titles = {
      everywhere: texts.signOutEverywhere,
      password: texts.changePassword,
      email: texts.changeEmail,
      remove: texts.remove,
    };
    return titles[task];
  }

  /** Opens a form, or closes the one that is open and goes back to its button. */
  private begin(task: AccountTask | undefined): void {
    if (this.busy) return;
    const left = this.task;
    this.task = task;
    this.typed = nothingTyped;
    this.issues = [];
    this.failure = '';
    this.said = '';
    if (task) this.focusNext.on('form input, form button');
    else if (left) this.focusNext.on(`[data-act=${left}]`);
  }

  private leaveByKey({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.begin(undefined);
  }

  private edit(field: keyof Typed, value: string): void {
    this.typed = { ...this.typed, [field]: value };
    const { task } = this;
    if (!task) return;
    this.issues = judgeAgain(this.issues, field, () =>
      checkTyped(task, this.typed, this.user?.is_guest === true, this.texts),
    );
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { task, client, user } = this;
    if (this.busy || !task || !client || !user) return;
    // Password managers fill in fields without an event, so read the fields themselves.
    for (const { name, value } of filledFields(this.renderRoot)) this.typed = { ...this.typed, [name]: value };
    this.failure = '';
    this.issues = checkTyped(task, this.typed, user.is_guest === true, this.texts);
    const [first] = this.issues;
    if (first) return this.focusNext.on(`#field-${first.field}`);
    const { current, next } = this.typed;
    const { texts } = this;
    await this.attempt(async () => {
      if (task === 'everywhere') return void (await client.signIn.logOut({ allDevices: true }));
      if (task === 'password') {
        await client.changePassword({ body: { current_password: current, new_password: next } });
        return texts.passwordChanged;
      }
      if (task === 'email') {
        const { email, pending_email } = await client.changeEmail({ body: { password: current, email: next.trim() } });
        return pending_email ? texts.emailPending(pending_email) : texts.emailChanged(email);
      }
      await client.deleteAccount({ body: user.is_guest ? {} : { password: current } });
      await client.signIn.logOut();
      return texts.removed;
    });
  }

  private async download(): Promise<void> {
    const { client, texts } = this;
    if (this.busy || !client) return;
    this.begin(undefined);
    await this.attempt(async () => {
      const document = await client.exportOwnData();
      saveFile(texts.fileName, JSON.stringify(document, null, 2));
      return texts.downloaded;
    });
  }

  /** Runs the work once at a time, and announces its result. */
  private async attempt(work: () => Promise<string | undefined>): Promise<void> {
    this.busy = true;
    try {
      const said = await work();
      this.busy = false;
      this.begin(undefined);
      this.said = said ?? '';
    } catch (error) {
      const { issues, text } = accountFailure(error, this.texts, this.language);
      this.issues = issues;
      this.failure = text;
      this.focusNext.on(issues[0] ? `#field-${issues[0].field}` : '[part=problem]');
    } finally {
      this.busy = false;
    }
  }
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Firefox reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-account': CbAccount;
  }
}
