import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MessageSettings } from '../../contract/desk/message-settings.ts';
import { messageEndpoints } from '../../contract/endpoints/messages.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { formatSpan } from '../../domain/time/format-span.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { choiceField } from '../forms/choice-field.ts';
import { errorSummary } from '../forms/error-summary.ts';
import { fieldKit, submitAnyway, textField } from '../forms/form-field.ts';
import { type MessageSettingsMessages, messageSettingsEnglish } from '../i18n/desk/messages/message-settings.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { deskCard } from '../styles/desk-card.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { fieldRefusalText, refusalText } from '../words/refusal-text.ts';
import { draftOf, faultsOf, type MessageDraft, REMINDERS_MOST, settingsOf, type TextField } from './message-draft.ts';

/** Reminders to choose from, in minutes; other values that are set are offered, too. */
const REMINDERS = [10_080, 2880, 1440, 120, 60, 15];
/** Hours after a session to choose from. */
const FOLLOW_UPS = [0, 2, 24, 72, 168];

/** The name of each field, by which errors call it. */
const NAMES: Readonly<Record<keyof MessageDraft, (texts: MessageSettingsMessages) => string>> = {
  reminders: (texts) => texts.reminders,
  follow_up_hours: (texts) => texts.followUp,
  follow_up_text: (texts) => texts.followUpText,
  own_line: (texts) => texts.ownLine,
  color: (texts) => texts.color,
  logo_url: (texts) => texts.logo,
  page_url: (texts) => texts.page,
  language: (texts) => texts.language,
  privacy_url: (texts) => texts.privacyUrl,
  consent_text: (texts) => texts.consent,
  erase_after_days: (texts) => texts.erase,
};

/**
 * A coach's messages: reminders, the mail after a session, how mails look, the privacy notice, the consent box, and when details of
 * clients are erased. Needs the messages of the contract; shows a message when a backend lacks them.
 *
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field.
 * @csspart error - The error of a field.
 * @csspart error-summary - All errors, with links.
 * @csspart bar - The state of saving, and the button.
 * @csspart submit - The button that saves.
 */
export class CbMessageSettings extends SignInElement {
  static override styles = [tokens, controls, formStyles, choiceStyles, developerStyles, deskCard];
  static readonly uses = { 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** The coach's id; that of the signed-in user when left out. */
  @property() coach = '';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private saved: MessageSettings | undefined;
  @state() private draft: MessageDraft | undefined;
  @state() private refusals: ReadonlyMap<keyof MessageDraft, string> = new Map();
  /** True after the first attempt to save: faults are then shown. */
  @state() private judging = false;
  @state() private saving = false;
  @state() private hasSaved = false;
  @state() private problem: BookingError | undefined;
  private shown = '';
  private readonly focusNext = new MoveFocus(this, () => ['[data-heading]']);
  private readonly own = new SignedIn(this, messageEndpoints, ({ id }) => this.arrive(id));

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('messageSettings', messageSettingsEnglish);
  }

  /** True while there is something to save. */
  get dirty(): boolean {
    const { saved, draft } = this;
    return saved !== undefined && JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.own.follow(changed)) return;
    if (changed.has('coach') && this.own.user) this.arrive(this.own.user.id);
  }

  private arrive(userId: string): void {
    const wanted = this.coach || userId;
    if (wanted === this.shown && this.draft) return;
    this.shown = wanted;
    void this.load();
  }

  private async load(): Promise<void> {
    const { client } = this.own;
    const coachId = this.shown;
    this.problem = undefined;
    try {
      const settings = await client?.getMessageSettings({ params: { coach_id: coachId } });
      if (settings && coachId === this.shown) this.show(settings);
    } catch (error) {
      if (!isBookingError(error)) throw error;
      if (coachId === this.shown) this.problem = error;
    }
  }

  private show(settings: MessageSettings): void {
    this.saved = settings;
    this.draft = draftOf(settings);
    this.judging = false;
    this.refusals = new Map();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    return html`<section class="root" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1" data-heading>${texts.title}</h2>
        <p class="quiet">${texts.help}</p>
      </header>
      ${this.renderBody()}
    </section>`;
  }

  private renderBody(): TemplateResult {
    const { texts, draft, problem } = this;
    const { account, client } = this.own;
    const notes = { needed: texts.signIn, ended: texts.signInAgain };
    const signIn = account?.status === 'signed-in' ? nothing : signInPanel(client?.signIn, notes, this.language);
    if (draft) return html`${signIn}${this.renderForm(draft)}`;
    if (signIn !== nothing) return html`${signIn}`;
    if (!problem) return html`<p class="state" role="status">${texts.loading}</p>`;
    const isWorthIt = problem.kind !== 'unsupported' && problem.kind !== 'forbidden';
    return html`<div class="state" role="alert">
      <p>${problem.kind === 'not-found' ? texts.unsupported : this.words(problem)}</p>
      ${isWorthIt ? html`<button type="button" class="secondary" @click=${this.load}>${texts.tryAgain}</button>` : nothing}
    </div>`;
  }

  /** The errors by field, in words. */
  private get errors(): ReadonlyMap<keyof MessageDraft, string> {
    const { draft, texts, judging, refusals } = this;
    const faults = draft && judging ? [...faultsOf(draft)] : [];
    return new Map([
      ...refusals,
      ...faults.map(([field, fault]) => [field, texts.faults[fault](NAMES[field](texts))] as const),
    ]);
  }

  private renderForm(draft: MessageDraft): TemplateResult {
    const { texts, errors, language } = this;
    const issues = [...errors].map(([field, message]) => ({ field, message }));
    const line = (field: TextField, help?: string, long = false) =>
      textField({
        field,
        label: NAMES[field](texts),
        help,
        long,
        optional: texts.optional,
        value: draft[field],
        error: errors.get(field),
        change: (value) => this.change({ [field]: value }),
      });
    const hours = [...new Set([...FOLLOW_UPS, ...(draft.follow_up_hours ? [Number(draft.follow_up_hours)] : [])])];
    const followUps = hours
      .sort((a, b) => a - b)
      .map((each) => ({
        value: String(each),
        label: each === 0 ? texts.atOnce : texts.afterwards(formatSpan(each * 60, language)),
      }));
    const lacksConsent = draft.follow_up_hours !== '' && draft.consent_text.trim() === '';
    return html`<form novalidate id="form" class="body" aria-labelledby="title" @submit=${this.submit}>
        ${issues.length > 0 ? errorSummary(texts.toCorrect(issues.length), issues) : nothing}
        <div class="part">${this.renderReminders(draft, errors.get('reminders'))}</div>
        <div class="part">
          <h3>${texts.after}</h3>
          ${choiceField(
            {
              field: 'follow_up_hours',
              label: texts.followUp,
              optional: texts.optional,
              prompt: texts.never,
              value: draft.follow_up_hours || undefined,
              options: followUps,
              error: errors.get('follow_up_hours'),
              change: (value) => this.change({ follow_up_hours: value }),
            },
            fieldKit,
          )}
          ${line('follow_up_text', texts.followUpHelp, true)}
          ${lacksConsent ? html`<p class="panel" role="note">${texts.needsConsent}</p>` : nothing}
        </div>
        <div class="part">
          <h3>${texts.look}</h3>
          ${line('own_line', texts.ownLineHelp)} ${line('color', texts.colorHelp)} ${line('logo_url')}
          ${line('page_url', texts.pageHelp)} ${line('language', texts.languageHelp)}
        </div>
        <div class="part">
          <h3>${texts.privacy}</h3>
          ${line('privacy_url', texts.privacyHelp)} ${line('consent_text', texts.consentHelp, true)}
          ${line('erase_after_days', texts.eraseHelp)}
        </div>
      </form>
      ${this.renderBar()}`;
  }

  private renderReminders(draft: MessageDraft, error: string | undefined): TemplateResult {
    const { texts, language } = this;
    const all = [...new Set([...REMINDERS, ...draft.reminders])].sort((a, b) => b - a);
    const tick = (minutes: number, isOn: boolean) => {
      const others = draft.reminders.filter((each) => each !== minutes);
      this.change({ reminders: (isOn ? [...others, minutes] : others).sort((a, b) => b - a) });
    };
    return html`<fieldset class="field" id="field-reminders" tabindex="-1" aria-describedby="reminders-help">
      <legend class="label">${texts.reminders}</legend>
      <div class="checks">
        ${all.map(
          (minutes) => html`<label><input
              type="checkbox" .checked=${draft.reminders.includes(minutes)}
              @change=${({ target }: Event) => tick(minutes, (target as HTMLInputElement).checked)}
            />${texts.before(formatSpan(minutes, language))}</label>`,
        )}
      </div>
      ${error ? html`<p class="error" part="error">${error}</p>` : nothing}
      <p class="help" id="reminders-help">${texts.remindersHelp(REMINDERS_MOST)}</p>
    </fieldset>`;
  }

  private renderBar(): TemplateResult {
    const { texts, dirty, saving, hasSaved, problem } = this;
    return html`<div class="bar" part="bar">
      ${problem ? html`<div class="panel bad" role="alert"><p>${this.words(problem)}</p></div>` : nothing}
      <span class="where" role="status">${dirty ? texts.unsaved : hasSaved ? texts.saved : texts.untouched}</span>
      ${dirty && !saving ? html`<button type="button" class="plain" data-act="discard" @click=${this.discard}>${texts.discard}</button>` : nothing}
      <button type="submit" form="form" class="primary" part="submit" aria-disabled=${!dirty || saving} @click=${submitAnyway}>${saving ? texts.saving : texts.save}</button>
    </div>`;
  }

  private words(error: BookingError): string {
    return this.texts.problems[error.kind] ?? this.texts.refused(refusalText(error, this.language));
  }

  private change(change: Partial<MessageDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    this.refusals = new Map([...this.refusals].filter(([field]) => !(field in change)));
  }

  private discard(): void {
    if (this.saved) this.show(this.saved);
    this.problem = undefined;
    this.focusNext.on('[data-heading]');
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.saving && this.dirty) void this.save();
  }

  private async save(): Promise<void> {
    const { draft } = this;
    const { client } = this.own;
    if (!draft || !client) return;
    this.judging = true;
    this.refusals = new Map();
    if (this.errors.size > 0) return this.focusNext.on('[part=error-summary]');
    this.saving = true;
    this.problem = undefined;
    try {
      const params = { coach_id: this.shown };
      const settings = await client.putMessageSettings({ params, body: settingsOf(draft) });
      const typed = this.draft;
      this.show(settings);
      // Keep what was typed while the settings were being saved.
      if (typed && typed !== draft) this.draft = typed;
      this.hasSaved = true;
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.fail(error);
    } finally {
      this.saving = false;
    }
  }

  private fail(error: BookingError): void {
    const { texts } = this;
    const fields = error.fields.flatMap(({ field, message }) => {
      const name = /^body\.(\w+)/.exec(field)?.[1]?.replace('reminder_minutes', 'reminders');
      if (!name || !(name in NAMES)) return [];
      const own = name as keyof MessageDraft;
      return [[own, texts.refusedField(NAMES[own](texts), fieldRefusalText(error, message, this.language))] as const];
    });
    this.refusals = new Map(fields);
    this.problem = fields.length > 0 ? undefined : error;
    const isOut = error.kind === 'unauthenticated';
    this.focusNext.on(fields.length > 0 ? '[part=error-summary]' : isOut ? 'cb-sign-in' : '[part=submit]');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-message-settings': CbMessageSettings;
  }
}
