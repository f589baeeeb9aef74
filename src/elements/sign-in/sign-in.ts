import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { isBookingError } from '../../core/errors.ts';
import type { SignIn } from '../../core/sign-in/sign-in.ts';
import { needAsked } from '../asked/need-asked.ts';
import { SignedInEvent } from '../base/booking-events.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { localTimeZone } from '../context/preferences.ts';
import { sharedClient } from '../context/shared-client.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { errorSummary, type FormIssue, judgeAgain } from '../forms/error-summary.ts';
import { filledFields, submitAnyway, textField } from '../forms/form-field.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { signInEnglish } from '../i18n/sign-in.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { signInStyles } from './sign-in.styles.ts';
import { type Account, checkAccount, type SignInMode, signInFailure } from './sign-in-issues.ts';

/**
 * Signs a visitor in, or up, with e-mail and password. Inside the booking form it is given the sign-in to use; alone it takes `api`.
 *
 * @fires cb-signed-in - Somebody signed in or signed up.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field.
 * @csspart error - The error of a field.
 * @csspart error-summary - All errors, with links.
 * @csspart submit - The button that signs in or up.
 */
export class CbSignIn extends SignInElement {
  static override styles = [tokens, controls, developerStyles, formStyles, signInStyles];

  /** Address of the API; needed when the element stands alone. */
  @property() api = '';
  /** `in` or `up`. */
  @property({ reflect: true }) mode: SignInMode = 'in';
  /** Prefills the e-mail address. */
  @property() email = '';
  /** Prefills the name of a new account. */
  @property() name = '';
  /** Offers no new account. */
  @property({ type: Boolean, attribute: 'no-sign-up' }) noSignUp = false;
  /** A text under the heading. */
  @property() note = '';
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private account: Account = { name: '', email: '', password: '' };
  @state() private issues: readonly FormIssue[] = [];
  @state() private failure = '';
  @state() private busy = false;
  @state() private visible = false;
  /** The visitor has forgotten the password. */
  @state() private forgotten = false;
  /** False while the backend is asked whether it opens accounts, and when it does not. */
  @state() private signUpOffered = true;
  private readonly focusNext = new MoveFocus(this);
  private work: AbortController | undefined;

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
    this.account = { ...this.account, password: '' };
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'refusals'];
  }

  private get texts() {
    return this.messages('signIn', signInEnglish);
  }

  /** The mode; `in` while the backend opens no accounts. */
  private get shown(): SignInMode {
    return this.signUpOffered ? this.mode : 'in';
  }

  private get target(): SignIn | undefined {
    if (this.signIn) return this.signIn;
    return this.api ? sharedClient({ api: this.api, fetch: this.steady('fetch', this.fetch) }).signIn : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Typed text is kept when a prefilled value arrives later.
    if (changed.has('email') && !this.account.email) this.account = { ...this.account, email: this.email };
    if (changed.has('name') && !this.account.name) this.account = { ...this.account, name: this.name };
    if (changed.has('signIn') || changed.has('api')) this.askForSignUp();
  }

  /** A backend without guests often opens no accounts either: asks before a form is shown that could not be sent. */
  private askForSignUp(): void {
    const { target } = this;
    this.signUpOffered = !target?.lacks(visitorEndpoints.signUp);
    if (!this.signUpOffered || this.noSignUp || !target?.lacks(visitorEndpoints.guestLogIn)) return;
    this.signUpOffered = false;
    void target.offers(visitorEndpoints.signUp).then((isOffered) => {
      this.signUpOffered = isOffered;
    });
  }

  protected override render(): TemplateResult {
    const { texts, account, busy, issues } = this;
    if (!this.target) return developerMessage(texts.missing('api'));
    const up = this.shown === 'up';
    if (this.forgotten && !up) return this.renderForgotten(this.target);
    const working = busy ? (up ? texts.signingUp : texts.signingIn) : '';
    const row = (field: keyof Account) => ({
      field,
      value: account[field],
      error: issues.find((issue) => issue.field === field)?.message,
      readonly: busy,
      change: (value: string) => this.edit(field, value),
    });
    return html`
      <h3 tabindex="-1" id="title">${up ? texts.signUpTitle : texts.signInTitle}</h3>
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
      <form novalidate aria-labelledby="title" @submit=${this.submit}>
        ${issues.length ? errorSummary(texts.summary(issues.length), issues) : nothing}
        ${this.failure ? html`<div class="panel bad" tabindex="-1" part="problem"><p>${this.failure}</p></div>` : nothing}
        ${up ? textField({ ...row('name'), label: texts.name, autocomplete: 'name' }) : nothing}
        ${textField({ ...row('email'), label: texts.email, type: 'email', autocomplete: up ? 'email' : 'username' })}
        <div class="password">
          ${textField({
            ...row('password'),
            label: up ? texts.newPassword : texts.password,
            help: up ? texts.passwordHelp : undefined,
            type: this.visible ? 'text' : 'password',
            autocomplete: up ? 'new-password' : 'current-password',
          })}
          <button type="button" class="link reveal" aria-pressed=${this.visible} @click=${this.reveal}>
            ${texts.show}
          </button>
        </div>
        ${up || !this.target.connection ? nothing : html`<button type="button" class="link forgotten" @click=${() => this.forget(true)}>${texts.forgotten}</button>`}
        <button class="primary wide" part="submit" @click=${submitAnyway} aria-disabled=${busy}>
          ${working || (up ? texts.signUp : texts.signIn)}
        </button>
      </form>
      ${
        this.noSignUp || !this.signUpOffered
          ? nothing
          : html`<p class="other">
        ${up ? texts.haveAccount : texts.noAccount}
        <button type="button" class="link" @click=${() => this.turn(up ? 'in' : 'up')}>
          ${up ? texts.signInInstead : texts.createOne}
        </button>
      </p>`
      }
      <p class="visually-hidden" role="status">${working}</p>
    `;
  }

  private renderForgotten(signIn: SignIn): TemplateResult {
    return html`<cb-password-reset
      .connection=${signIn.connection} email=${this.account.email.trim()}
      locale=${this.language} @cb-back-to-sign-in=${() => this.forget(false)}
    ></cb-password-reset>`;
  }

  private forget(forgotten: boolean): void {
    // Password managers fill in fields without an event.
    for (const { name, value } of filledFields(this.renderRoot)) this.account = { ...this.account, [name]: value };
    needAsked('cb-password-reset');
    this.forgotten = forgotten;
    this.focusNext.on(forgotten ? 'cb-password-reset' : '.forgotten');
  }

  private reveal(): void {
    this.visible = !this.visible;
  }

  private edit(field: keyof Account, value: string): void {
    this.account = { ...this.account, [field]: value };
    this.issues = judgeAgain(this.issues, field, () => checkAccount(this.account, this.shown, this.texts));
  }

  private turn(mode: SignInMode): void {
    if (this.busy) return;
    this.mode = mode;
    this.issues = [];
    this.failure = '';
    this.focusNext.on('h3');
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const signIn = this.target;
    if (this.busy || !signIn) return;
    this.failure = '';
    // Password managers fill in fields without an event, so read the fields themselves.
    for (const { name, value } of filledFields(this.renderRoot)) this.account = { ...this.account, [name]: value };
    this.issues = checkAccount(this.account, this.shown, this.texts);
    if (this.issues.length) {
      this.focusNext.on('[part=error-summary]');
      return;
    }
    this.busy = true;
    const work = new AbortController();
    this.work = work;
    const { email, password, name } = this.account;
    const credentials = { email: email.trim(), password };
    try {
      const user = await (this.shown === 'up'
        ? signIn.signUp({ ...credentials, name: name.trim(), time_zone: localTimeZone() }, { signal: work.signal })
        : signIn.logIn(credentials, { signal: work.signal }));
      this.account = { ...this.account, password: '' };
      this.dispatchEvent(new SignedInEvent(user));
    } catch (error) {
      if (!work.signal.aborted) this.fail(error);
    } finally {
      this.busy = false;
    }
  }

  private fail(error: unknown): void {
    if (!isBookingError(error)) throw error;
    const { issues, text } = signInFailure(error, this.texts, this.language);
    this.issues = issues;
    this.failure = text;
    if (error.kind === 'unsupported') {
      this.signUpOffered = false;
      this.mode = 'in';
    }
    this.focusNext.on(issues.length ? '[part=error-summary]' : '[part=problem]');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-sign-in': CbSignIn;
  }
}
