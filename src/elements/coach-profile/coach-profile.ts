import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Coach } from '../../contract/coach.ts';
import { profileEndpoints } from '../../contract/endpoints/profile.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import {
  changesOf,
  draftOf,
  faultsOf,
  type ProfileDraft,
  type ProfileField,
  previewOf,
} from '../../core/coach-profile/profile-draft.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { labelled } from '../../domain/language/labelled.ts';
import { listed } from '../../domain/language/listed.ts';
import { formatTime } from '../../domain/time/format.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { CbCoachCard } from '../coach-card/coach-card.ts';
import { localTimeZone } from '../context/preferences.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { WarnOnLeave } from '../controllers/warn-on-leave.ts';
import { errorSummary } from '../forms/error-summary.ts';
import { submitAnyway } from '../forms/form-field.ts';
import { coachProfileEnglish } from '../i18n/desk/coach-profile.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { controls } from '../styles/controls.ts';
import { deskCard } from '../styles/desk-card.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { CbTimeZonePicker } from '../time-zone-picker/time-zone-picker.ts';
import { fieldRefusalText, refusalText } from '../words/refusal-text.ts';
import { coachProfileStyles } from './coach-profile.styles.ts';
import { photoOf } from './photo-file.ts';
import { faultWords, fieldName, profileFields } from './profile-fields.ts';
import { ProfileSavedEvent } from './profile-saved-event.ts';

/** The state of the profile. */
type Loaded = 'loading' | 'ready' | 'not-coach' | 'unsupported' | 'failed';

/**
 * Edits a coach's profile: name, headline, photo, languages, topics, price and zone, with the card as visitors see it. Needs the
 * profile extension of the contract; shows a message when a backend lacks it.
 *
 * @fires cb-profile-saved - The profile was saved.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field.
 * @csspart error - The error of a field.
 * @csspart error-summary - All errors, with links.
 * @csspart preview - The card as visitors see it.
 * @csspart bar - The state of saving, and the button.
 * @csspart submit - The button that saves.
 */
export class CbCoachProfile extends SignInElement {
  static override styles = [tokens, controls, formStyles, developerStyles, deskCard, coachProfileStyles];
  static readonly uses = {
    'cb-coach-card': CbCoachCard,
    'cb-sign-in': CbSignIn,
    'cb-time-zone-picker': CbTimeZonePicker,
  };

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
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private loaded: Loaded = 'loading';
  @state() private saved: Coach | undefined;
  @state() private draft: ProfileDraft | undefined;
  /** True after the first attempt to save: faults are then shown. */
  @state() private judging = false;
  /** Errors of fields from the server, or from reading a file. */
  @state() private refusals: ReadonlyMap<ProfileField, string> = new Map();
  @state() private saving = false;
  @state() private problem: BookingError | undefined;
  /** Epoch ms. */
  @state() private savedAt: number | undefined;
  @state() private said = '';
  /** True while a save waits for the sign-in. */
  private isWaiting = false;
  /** The id of the coach whose profile is shown or loading. */
  private shown = '';
  private readonly focusNext = new MoveFocus(this, () => ['[data-heading]']);
  private readonly own = new SignedIn(this, profileEndpoints, ({ id }) => this.arrive(id));

  /** True while there is something to save. */
  get dirty(): boolean {
    const { saved, draft } = this;
    if (!saved || !draft) return false;
    const before = draftOf(saved);
    return (Object.keys(draft) as ProfileField[]).some((field) => draft[field].trim() !== before[field].trim());
  }

  constructor() {
    super();
    new WarnOnLeave(this, () => this.dirty);
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('coachProfile', coachProfileEnglish);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.own.follow(changed)) return;
    if (changed.has('coach') && this.own.user) this.arrive(this.own.user.id);
  }

  private arrive(userId: string): void {
    const wanted = this.coach || userId;
    if (wanted === this.shown && this.loaded === 'ready') {
      if (this.isWaiting) void this.save();
      return;
    }
    this.shown = wanted;
    void this.load();
  }

  private async load(): Promise<void> {
    const { client } = this.own;
    const coachId = this.shown;
    this.loaded = 'loading';
    this.problem = undefined;
    try {
      const coach = await client?.getCoach({ params: { coach_id: coachId } });
      if (!coach || coachId !== this.shown) return;
      this.saved = coach;
      this.draft = draftOf(coach);
      this.judging = false;
      this.savedAt = undefined;
      this.loaded = client?.supports('updateCoach') === false ? 'unsupported' : 'ready';
    } catch (error) {
      if (!isBookingError(error)) throw error;
      if (coachId !== this.shown) return;
      this.problem = error;
      this.loaded = error.kind === 'not-found' ? 'not-coach' : error.kind === 'unsupported' ? 'unsupported' : 'failed';
    }
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    return html`<section class="root" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1" data-heading>${texts.title}</h2>
        ${this.renderFor()}
      </header>
      ${this.renderBody()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderFor(): TemplateResult {
    const { texts, saved } = this;
    const { user } = this.own;
    return user && saved && user.id !== saved.user_id
      ? html`<p class="acting" part="acting">${texts.forCoach(saved.name || saved.user_id)}</p>`
      : html`<p class="quiet">${texts.help}</p>`;
  }

  private renderBody(): TemplateResult {
    const { texts, loaded, draft, saved } = this;
    const { account, client } = this.own;
    const notes = { needed: texts.signIn, ended: texts.signInAgain };
    const isOut = account?.status !== 'signed-in';
    if (isOut && !draft) return signInPanel(client?.signIn, notes, this.language);
    if (draft && saved && loaded === 'ready') {
      return html`${isOut ? signInPanel(client?.signIn, notes, this.language) : nothing}${this.renderForm(saved, draft)}`;
    }
    if (loaded === 'failed') {
      return html`<div class="state" role="alert"><p>${this.problemWords()}</p>
        <button type="button" class="secondary" @click=${() => this.load()}>${texts.tryAgain}</button></div>`;
    }
    if (loaded !== 'loading') {
      return html`<p class="state">${loaded === 'not-coach' ? texts.notCoach : texts.unsupported}</p>`;
    }
    return html`<div class="layout" aria-hidden="true"><form>${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</form></div>
      <p class="visually-hidden">${texts.loading}</p>`;
  }

  /** The errors by field, in words. */
  private get errors(): ReadonlyMap<ProfileField, string> {
    const { draft, texts, judging, refusals } = this;
    const faults = draft && judging ? [...faultsOf(draft)] : [];
    return new Map([...refusals, ...faults.map(([field, fault]) => [field, faultWords(field, fault, texts)] as const)]);
  }

  private renderForm(saved: Coach, draft: ProfileDraft): TemplateResult {
    const { texts, errors, language, now } = this;
    const issues = [...errors].map(([field, message]) => ({ field, message }));
    const preview = previewOf(saved, draft);
    return html`<div class="layout">
        <form novalidate id="form" aria-labelledby="title" @submit=${this.submit}>
          ${issues.length > 0 ? errorSummary(texts.toCorrect(issues.length), issues) : nothing}
          ${profileFields({
            draft,
            errors,
            locale: language,
            now,
            texts,
            change: (field, value) => this.change(field, value),
            choosePhoto: (file) => void this.choosePhoto(file),
            removePhoto: () => {
              this.change('photo_url', '');
              this.focusNext.on('.choose input');
            },
          })}
        </form>
        <aside part="preview" aria-labelledby="preview">
          <h3 id="preview">${texts.preview}</h3>
          <cb-coach-card .coach=${preview} duration=${preview.durations?.[0]?.minutes ?? 60} locale=${language}></cb-coach-card>
          <div class="words">
            ${preview.bio ? html`<p class="bio"><bdi>${preview.bio}</bdi></p>` : nothing}
            ${preview.languages?.length ? html`<p class="quiet">${texts.speaks} ${listed(preview.languages, this.language)}</p>` : nothing}
            ${preview.expertise?.length ? html`<p class="quiet"><bdi>${preview.expertise.join(' · ')}</bdi></p>` : nothing}
          </div>
        </aside>
      </div>
      ${this.renderBar()}`;
  }

  private renderBar(): TemplateResult {
    const { texts, dirty, saving, savedAt, problem } = this;
    const time = savedAt && formatTime(savedAt, { locale: this.language, timeZone: localTimeZone() });
    const idle = !dirty || saving;
    return html`<div class="bar" part="bar">
      ${problem ? html`<div class="panel bad" role="alert"><p>${this.problemWords()}</p></div>` : nothing}
      <span class="where">${dirty ? texts.unsaved : time ? texts.savedAt(time) : texts.untouched}</span>
      ${dirty && !saving ? html`<button type="button" class="plain" data-act="discard" @click=${this.discard}>${texts.discard}</button>` : nothing}
      <button type="submit" form="form" class="primary" part="submit" aria-disabled=${idle} @click=${submitAnyway}>${saving ? texts.saving : texts.save}</button>
    </div>`;
  }

  private problemWords(): string {
    const { texts, problem } = this;
    if (!problem) return '';
    return texts.problems[problem.kind] ?? texts.refused(refusalText(problem, this.language));
  }

  private change(field: ProfileField, value: string): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, [field]: value };
    if (this.refusals.has(field)) this.refusals = new Map([...this.refusals].filter(([other]) => other !== field));
  }

  private async choosePhoto(file: File): Promise<void> {
    try {
      this.change('photo_url', await photoOf(file));
      this.refusals = new Map([...this.refusals].filter(([field]) => field !== 'photo_url'));
    } catch {
      this.refusals = new Map([...this.refusals, ['photo_url', this.texts.notPicture]]);
      this.focusNext.on('[part=error-summary]');
    }
  }

  private discard(): void {
    if (!this.saved) return;
    this.draft = draftOf(this.saved);
    this.judging = false;
    this.refusals = new Map();
    this.problem = undefined;
    this.said = this.texts.discarded;
    this.focusNext.on('[data-heading]');
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.saving && this.dirty) void this.save();
  }

  private async save(): Promise<void> {
    const { saved, draft, texts } = this;
    const { client } = this.own;
    if (!saved || !draft || !client) return;
    this.isWaiting = false;
    this.judging = true;
    this.refusals = new Map();
    if (this.errors.size > 0) {
      this.focusNext.on('[part=error-summary]');
      return;
    }
    this.saving = true;
    this.problem = undefined;
    this.said = '';
    try {
      const coach = await client.updateCoach({ params: { coach_id: saved.user_id }, body: changesOf(saved, draft) });
      const written = draftOf({ ...saved, ...coach });
      // Keep what was typed while the profile was being saved.
      const typed = (Object.keys(draft) as ProfileField[]).filter((field) => this.draft?.[field] !== draft[field]);
      this.draft = { ...written, ...Object.fromEntries(typed.map((field) => [field, this.draft?.[field] ?? ''])) };
      this.saved = { ...saved, ...coach };
      this.judging = false;
      this.savedAt = this.now();
      this.said = texts.allSaved;
      this.dispatchEvent(new ProfileSavedEvent(this.saved));
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.fail(error);
    } finally {
      this.saving = false;
    }
  }

  private fail(error: BookingError): void {
    const { texts, language } = this;
    const fields = error.fields.flatMap(({ field, message }) => {
      const own = /^body\.(\w+)/.exec(field)?.[1] as ProfileField | undefined;
      if (!own || !this.draft || !(own in this.draft)) return [];
      return [[own, labelled(fieldName(own, texts), fieldRefusalText(error, message, language), language)] as const];
    });
    this.refusals = new Map(fields);
    this.problem = fields.length > 0 ? undefined : error;
    this.isWaiting = error.kind === 'unauthenticated';
    this.focusNext.on(fields.length > 0 ? '[part=error-summary]' : this.isWaiting ? 'cb-sign-in' : '[part=submit]');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-coach-profile': CbCoachProfile;
  }
}
