import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  type Webhook,
  type WebhookDelivery,
  type WebhookEventType,
  webhookEventType,
} from '../../contract/desk/webhook.ts';
import { webhookEndpoints } from '../../contract/endpoints/webhooks.ts';
import { readInstant } from '../../contract/values.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { comma, dayAndTime, listed } from '../../domain/language/listed.ts';
import { dateFormatter, formatTime } from '../../domain/time/format.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { localTimeZone } from '../context/preferences.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { submitAnyway, textField } from '../forms/form-field.ts';
import { webhooksEnglish } from '../i18n/desk/messages/webhooks.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { deskCard } from '../styles/desk-card.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { fieldRefusalText, refusalText } from '../words/refusal-text.ts';

/** The question before an action on one webhook. */
interface Question {
  readonly id: string;
  readonly act: 'rotate' | 'remove';
}

/** The deliveries of one webhook that are shown. */
interface Log {
  readonly id: string;
  readonly deliveries: readonly WebhookDelivery[];
  readonly total: number;
}

/** Deliveries per request. */
const PAGE = 20;

/**
 * The addresses of a coach's own programs, or an admin's, that are told of events: add, switch, new secret, delete, and the log with
 * "Send again". Needs the webhooks of the contract; shows a message when a backend lacks them.
 *
 * @csspart webhook - One webhook.
 * @csspart secret - A secret, shown once.
 * @csspart delivery - One delivery; also its state.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field.
 * @csspart error - The error of a field.
 */
export class CbWebhooks extends SignInElement {
  static override styles = [
    tokens,
    controls,
    formStyles,
    choiceStyles,
    developerStyles,
    deskCard,
    css`
      .body,
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--_space) * 4);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--_space) * 2);
        padding-block-start: calc(var(--_space) * 4);
        border-block-start: 1px solid var(--_line);
      }
      li li {
        gap: calc(var(--_space) * 1);
        padding-block-start: calc(var(--_space) * 2);
      }
      h3,
      code {
        overflow-wrap: anywhere;
      }
      [part='secret'] code {
        display: block;
        margin-block: calc(var(--_space) * 2);
        -webkit-user-select: all;
        user-select: all;
      }
    `,
  ];
  static readonly uses = { 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** For an admin: the id of the coach whose webhooks are shown; those of all coaches when left out. A coach sees only their own. */
  @property() coach = '';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private webhooks: readonly Webhook[] | undefined;
  @state() private adding = false;
  @state() private url = '';
  @state() private events: readonly WebhookEventType[] = [];
  @state() private urlError = '';
  @state() private secret: { readonly url: string; readonly text: string } | undefined;
  @state() private copied = '';
  @state() private question: Question | undefined;
  @state() private log: Log | undefined;
  @state() private busy = false;
  @state() private problem = '';
  @state() private said = '';
  private readonly focusNext = new MoveFocus(this, () => ['[data-act=add]', '[data-heading]']);
  private readonly own = new SignedIn(this, webhookEndpoints, () => void this.read());

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('webhooks', webhooksEnglish);
  }

  private get client() {
    return this.own.client;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.own.follow(changed)) return;
    if (changed.has('coach') && this.hasUpdated && this.own.user) void this.read();
  }

  private async read(): Promise<void> {
    await this.attempt(async () => {
      const { coach } = this;
      const reply = await this.client?.listWebhooks({ query: coach ? { coach_id: coach } : {} });
      if (reply && coach === this.coach) this.webhooks = reply.webhooks;
    });
  }

  /** Runs `work` unless other work is running, and shows why it failed. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.said = '';
    try {
      await work();
    } catch (error) {
      if (!isBookingError(error)) throw error;
      const { texts } = this;
      const words = error.code === 'webhooks_not_configured' || error.kind === 'not-found' ? texts.unsupported : '';
      const [field] = error.fields;
      const reason = field ? fieldRefusalText(error, field.message, this.language) : refusalText(error, this.language);
      this.problem = words || (texts.problems[error.kind] ?? texts.refused(reason));
      this.focusNext.on('[part=problem]');
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { texts, problem } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    const { account, client } = this.own;
    const isOut = account?.status !== 'signed-in';
    const notes = { needed: texts.signIn, ended: texts.signInAgain };
    return html`<section class="root" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1" data-heading>${texts.title}</h2>
        <p class="quiet">${texts.help}</p>
      </header>
      ${isOut ? signInPanel(client?.signIn, notes, this.language) : nothing}
      ${problem ? html`<div class="body"><div class="panel bad" part="problem" tabindex="-1" role="alert"><p>${problem}</p></div></div>` : nothing}
      ${this.webhooks ? this.renderList(this.webhooks) : isOut ? nothing : this.renderWaiting()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderWaiting(): TemplateResult {
    const { texts } = this;
    return this.problem
      ? html`<p class="state"><button type="button" class="secondary" @click=${this.read}>${texts.tryAgain}</button></p>`
      : html`<p class="state" role="status">${texts.loading}</p>`;
  }

  private renderList(webhooks: readonly Webhook[]): TemplateResult {
    const { texts } = this;
    return html`<div class="body">
      ${this.secret ? this.renderSecret(this.secret) : nothing}
      ${webhooks.length === 0 ? html`<p class="quiet">${texts.none}</p>` : html`<ul>${webhooks.map((webhook) => this.renderWebhook(webhook))}</ul>`}
      ${
        this.adding
          ? this.renderForm()
          : html`<div><button type="button" class="secondary" data-act="add" @click=${this.begin}>${texts.add}</button></div>`
      }
    </div>`;
  }

  private renderSecret({ url, text }: { readonly url: string; readonly text: string }): TemplateResult {
    const { texts } = this;
    return html`<div class="panel" part="secret" tabindex="-1" role="group" aria-labelledby="secret-title">
      <p id="secret-title">${texts.secret(url)}</p>
      <code>${text}</code>
      <div class="buttons">
        ${navigator.clipboard ? html`<button type="button" class="secondary" data-act="copy" @click=${() => this.copy(text)}>${texts.copy}</button>` : nothing}
        <button type="button" class="plain" data-act="kept" @click=${this.forgetSecret}>${texts.secretKept}</button>
        <span class="quiet" role="status">${this.copied}</span>
      </div>
    </div>`;
  }

  private renderWebhook(webhook: Webhook): TemplateResult {
    const { texts, question, log } = this;
    const { id, url, events, is_active } = webhook;
    const act = (name: string, label: string, run: () => void) =>
      html`<button type="button" class="link" data-act=${name} aria-label=${texts.about(label, url)} aria-disabled=${this.busy} @click=${run}>${label}</button>`;
    const isOpen = log?.id === id;
    return html`<li part="webhook" data-id=${id}>
      <h3>${url}</h3>
      <p class="quiet">${is_active ? texts.on : texts.off} · ${events.length ? events.map((event, index) => html`${index ? comma(this.language) : ''}<code>${event}</code>`) : texts.allEvents}</p>
      ${
        question?.id === id
          ? this.renderQuestion(webhook, question.act)
          : html`<div class="buttons">
              ${act('switch', is_active ? texts.turnOff : texts.turnOn, () => this.toggle(webhook))}
              ${act('log', isOpen ? texts.hideLog : texts.log, () => (isOpen ? this.hideLog() : this.showLog(id)))}
              ${act('rotate', texts.rotate, () => this.ask({ id, act: 'rotate' }))}
              ${act('remove', texts.remove, () => this.ask({ id, act: 'remove' }))}
            </div>`
      }
      ${isOpen ? this.renderLog(log) : nothing}
    </li>`;
  }

  private renderQuestion(webhook: Webhook, act: Question['act']): TemplateResult {
    const { texts } = this;
    const isRemoval = act === 'remove';
    const leave = () => {
      this.question = undefined;
      this.focusNext.on(`[data-id="${CSS.escape(webhook.id)}"] [data-act=${act}]`);
    };
    return html`<div class="panel" tabindex="-1" data-question role="group" aria-labelledby="question" @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && leave()}>
      <p id="question">${isRemoval ? texts.removeQuestion : texts.rotateQuestion}</p>
      <div class="buttons">
        <button type="button" class="primary ${isRemoval ? 'danger' : ''}" data-act="yes" @click=${() => (isRemoval ? this.drop(webhook) : this.rotate(webhook))}>${isRemoval ? texts.removeNow : texts.rotateNow}</button>
        <button type="button" class="secondary" data-act="no" @click=${leave}>${texts.keep}</button>
      </div>
    </div>`;
  }

  private renderLog({ id, deliveries, total }: Log): TemplateResult {
    const { texts } = this;
    return html`<div role="group" aria-label=${texts.log}>
      ${
        deliveries.length === 0
          ? html`<p class="quiet">${texts.emptyLog}</p>`
          : html`<ul>${deliveries.map((delivery) => this.renderDelivery(id, delivery))}</ul>`
      }
      <div class="buttons">
        ${deliveries.length < total ? html`<button type="button" class="link" data-act="more" @click=${() => this.showLog(id, deliveries)}>${texts.more(deliveries.length, total)}</button>` : nothing}
        <button type="button" class="link" data-act="refresh" @click=${() => this.showLog(id)}>${texts.refresh}</button>
      </div>
    </div>`;
  }

  private renderDelivery(
    webhookId: string,
    { id, type, state, created_at, attempts }: WebhookDelivery,
  ): TemplateResult {
    const { texts } = this;
    const last = attempts.at(-1);
    // A status is a code: it has the same digits in each language.
    const status = last?.status ? html`<code>${last.status}</code>` : texts.noAnswer;
    const when = this.writeTime(created_at);
    return html`<li part="delivery ${state}">
      <p><code>${type}</code> <span class="quiet">${when}</span></p>
      <p class="quiet">${texts.state[state]}${attempts.length ? ` · ${texts.attempts(attempts.length)}` : ''}${last && state !== 'delivered' ? html` · ${status}` : nothing}</p>
      <div><button type="button" class="link" data-act="resend" aria-label=${texts.about(texts.resend, listed([type, when], this.language))} @click=${() => this.resend(webhookId, id)}>${texts.resend}</button></div>
    </li>`;
  }

  private writeTime(instant: string): string {
    const at = readInstant(instant) ?? 0;
    const timeZone = localTimeZone();
    const day = dateFormatter(this.language, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(at);
    return dayAndTime(day, formatTime(at, { locale: this.language, timeZone }), this.language);
  }

  private renderForm(): TemplateResult {
    const { texts, busy } = this;
    const tick = (event: WebhookEventType, isOn: boolean) => {
      const others = this.events.filter((each) => each !== event);
      this.events = isOn ? [...others, event] : others;
    };
    return html`<form novalidate aria-label=${texts.add} @submit=${this.submit} @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && this.leaveForm()}>
      ${textField({
        field: 'url',
        label: texts.url,
        help: texts.urlHelp,
        value: this.url,
        error: this.urlError,
        readonly: busy,
        change: (value) => {
          this.url = value;
          if (this.urlError && webAddress(value)) this.urlError = '';
        },
      })}
      <fieldset class="field" aria-describedby="events-help">
        <legend class="label">${texts.events}</legend>
        <div class="checks">
          ${webhookEventType.options.map(
            (event) => html`<label><input
                type="checkbox" .checked=${this.events.includes(event)}
                @change=${({ target }: Event) => tick(event, (target as HTMLInputElement).checked)}
              /><code>${event}</code></label>`,
          )}
        </div>
        <p class="help" id="events-help">${texts.eventsHelp}</p>
      </fieldset>
      <div class="buttons">
        <button class="primary" part="submit" @click=${submitAnyway} aria-disabled=${busy}>${busy ? texts.adding : texts.addNow}</button>
        <button type="button" class="secondary" data-act="cancel" @click=${this.leaveForm}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  private begin(): void {
    this.adding = true;
    this.url = '';
    this.events = [];
    this.urlError = '';
    this.problem = '';
    this.focusNext.on('#field-url');
  }

  private leaveForm(): void {
    if (this.busy) return;
    this.adding = false;
    this.focusNext.on('[data-act=add]');
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { texts, coach, events } = this;
    const url = this.url.trim();
    this.urlError = webAddress(url) ? '' : texts.urlWrong;
    if (this.urlError) return this.focusNext.on('#field-url');
    await this.attempt(async () => {
      const made = await this.client?.createWebhook({
        body: { url, events: [...events], ...(coach && { coach_id: coach }) },
      });
      if (!made) return;
      const { secret, ...webhook } = made;
      this.webhooks = [...(this.webhooks ?? []), webhook];
      this.adding = false;
      this.showSecret(url, secret);
      this.said = texts.done.added;
    });
  }

  private showSecret(url: string, text: string): void {
    this.secret = { url, text };
    this.copied = '';
    this.focusNext.on('[part=secret]');
  }

  private forgetSecret(): void {
    this.secret = undefined;
    this.focusNext.on('[data-act=add]');
  }

  private async copy(text: string): Promise<void> {
    const { copied, copyByHand } = this.texts;
    this.copied = await navigator.clipboard.writeText(text).then(
      () => copied,
      // A frame without permission to write to the clipboard.
      () => copyByHand,
    );
  }

  private ask(question: Question): void {
    if (this.busy) return;
    this.question = question;
    this.focusNext.on('[data-question]');
  }

  private toggle({ id, is_active }: Webhook): Promise<void> {
    return this.attempt(async () => {
      const webhook_id = id;
      const changed = await this.client?.updateWebhook({ params: { webhook_id }, body: { is_active: !is_active } });
      if (!changed) return;
      this.webhooks = this.webhooks?.map((each) => (each.id === id ? changed : each));
      this.said = this.texts.done[changed.is_active ? 'on' : 'off'];
    });
  }

  private rotate({ id, url }: Webhook): Promise<void> {
    return this.attempt(async () => {
      const made = await this.client?.replaceWebhookSecret({ params: { webhook_id: id } });
      this.question = undefined;
      if (made) this.showSecret(url, made.secret);
      this.said = this.texts.done.rotated;
    });
  }

  private drop({ id }: Webhook): Promise<void> {
    return this.attempt(async () => {
      await this.client?.deleteWebhook({ params: { webhook_id: id } });
      this.question = undefined;
      this.webhooks = this.webhooks?.filter((each) => each.id !== id);
      if (this.log?.id === id) this.log = undefined;
      this.said = this.texts.done.removed;
      this.focusNext.on('[data-act=add]');
    });
  }

  private hideLog(): void {
    this.log = undefined;
  }

  /** Shows the latest deliveries, or those that come after `known`. */
  private showLog(id: string, known: readonly WebhookDelivery[] = []): Promise<void> {
    return this.attempt(async () => {
      const query = { skip: String(known.length), limit: String(PAGE) };
      const reply = await this.client?.listDeliveries({ params: { webhook_id: id }, query });
      if (reply) this.log = { id, deliveries: [...known, ...reply.deliveries], total: reply.total };
    });
  }

  private resend(webhook_id: string, delivery_id: string): Promise<void> {
    return this.attempt(async () => {
      const sent = await this.client?.resendDelivery({ params: { webhook_id, delivery_id } });
      const { log } = this;
      if (!sent || !log) return;
      this.log = { ...log, deliveries: log.deliveries.map((each) => (each.id === sent.id ? sent : each)) };
      this.said = this.texts.resent;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-webhooks': CbWebhooks;
  }
}
