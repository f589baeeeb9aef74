import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Coach } from '../../contract/coach.ts';
import { sessionTypeEndpoints } from '../../contract/endpoints/session-types.ts';
import type { SessionType, SessionTypeBody } from '../../contract/session-type.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import {
  draftOfType,
  newDraft,
  questionId,
  type TypeDraft,
  type TypeField,
  typeBody,
  typeFaults,
} from '../../core/session-types/type-draft.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { typesFromLengths } from '../../domain/booking/types-from-lengths.ts';
import { describePrice } from '../../domain/money/format-price.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { WarnOnLeave } from '../controllers/warn-on-leave.ts';
import { errorSummary } from '../forms/error-summary.ts';
import { submitAnyway } from '../forms/form-field.ts';
import { sessionTypesEditorEnglish } from '../i18n/desk/session-types-editor.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { sessionTypesEnglish } from '../i18n/session-types.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { deskCard } from '../styles/desk-card.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { typeCardWords } from '../words/type-card.ts';
import { refusedTypeFields } from './refused-fields.ts';
import { sessionTypesStyles } from './session-types.styles.ts';
import { typeFaultWords, typeFields } from './type-fields.ts';
import { type TypeActions, typeRow } from './type-row.ts';
import { SessionTypesChangeEvent } from './types-change-event.ts';

/** The state of the list. */
type Loaded = 'loading' | 'ready' | 'not-coach' | 'unsupported' | 'failed';

/** The session type in the form: a new one has no `type`. */
interface Editing {
  readonly type: SessionType | undefined;
  readonly draft: TypeDraft;
}

/**
 * Edits what a coach offers: session types with name, length, price, place, questions, rules and refunds, in their order; makes them of
 * the lengths of the schedule. Needs the session types extension of the contract; shows a message when a backend lacks it.
 *
 * @fires cb-session-types-change - A session type was made, changed, moved or archived.
 * @csspart type - One session type of the list; also `hidden` or `archived`.
 * @csspart lengths - The offer to make session types of the lengths.
 * @csspart add - The button for a new session type.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field or list.
 * @csspart error - The error of a field.
 * @csspart error-summary - All errors, with links.
 * @csspart preview - The card as visitors see it.
 * @csspart bar - The buttons of the form.
 * @csspart submit - The button that saves.
 */
export class CbSessionTypes extends SignInElement {
  static override styles = [tokens, controls, formStyles, choiceStyles, developerStyles, deskCard, sessionTypesStyles];
  static readonly uses = { 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** The coach's id; that of the signed-in user when left out. */
  @property() coach = '';
  /** The page where clients book: links to single session types lead there; to this page when left out. */
  @property({ attribute: 'page-href' }) pageHref = '';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private loaded: Loaded = 'loading';
  @state() private profile: Coach | undefined;
  @state() private types: readonly SessionType[] = [];
  @state() private editing: Editing | undefined;
  /** True after the first attempt to save: faults are then shown. */
  @state() private judging = false;
  /** Errors of fields from the server. */
  @state() private refusals: ReadonlyMap<TypeField, string> = new Map();
  @state() private problem: BookingError | undefined;
  /** True while a request is being sent: others wait for it, so that changes arrive in their order. */
  @state() private working = false;
  @state() private said = '';
  /** The session type whose link was copied, or could not be. */
  @state() private linked: { readonly id: string; readonly isCopied: boolean } | undefined;
  /** The id of the coach whose session types are shown or loading. */
  private shown = '';
  private readonly focusNext = new MoveFocus(this);
  private readonly own = new SignedIn(this, sessionTypeEndpoints, ({ id }) => this.arrive(id));

  /** True while there is something to save. */
  get dirty(): boolean {
    const { editing } = this;
    if (!editing) return false;
    const { type, draft } = editing;
    const before = type ? draftOfType(type) : newDraft(this.currency);
    return JSON.stringify(draft) !== JSON.stringify({ ...before, currency: before.currency || this.currency });
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
    return ['journey', 'selling', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('sessionTypesEditor', sessionTypesEditorEnglish);
  }

  /** The texts of the visitors' cards. */
  private get cardTexts() {
    return this.messages('sessionTypes', sessionTypesEnglish);
  }

  /** The currency of a new session type: as of the others, else the coach's. */
  private get currency(): string {
    const used = this.types.find(({ price }) => price)?.price?.currency;
    const ofLengths = this.profile?.durations?.find(({ price }) => price)?.price?.currency;
    return used ?? ofLengths ?? this.profile?.currency ?? '';
  }

  private get params() {
    return { coach_id: this.shown };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.own.follow(changed)) return;
    if (changed.has('coach') && this.own.user) this.arrive(this.own.user.id);
  }

  protected override updated(): void {
    // A strict content security policy refuses style attributes, but allows this.
    for (const marked of this.renderRoot.querySelectorAll<HTMLElement>('[data-colour]')) {
      marked.style.setProperty('--_mark', marked.dataset.colour || null);
    }
  }

  private arrive(userId: string): void {
    const wanted = this.coach || userId;
    if (wanted === this.shown && this.loaded === 'ready') return;
    this.shown = wanted;
    this.editing = undefined;
    void this.load();
  }

  private async load(): Promise<void> {
    const { client } = this.own;
    const { shown, params } = this;
    if (!client) return;
    this.loaded = 'loading';
    this.problem = undefined;
    try {
      const [profile, { session_types }] = await Promise.all([
        client.getCoach({ params }),
        client.listSessionTypes({ params }),
      ]);
      if (shown !== this.shown) return;
      this.profile = profile;
      this.types = session_types;
      this.loaded = 'ready';
    } catch (error) {
      if (!isBookingError(error)) throw error;
      if (shown !== this.shown) return;
      this.problem = error;
      const isMissing = client.supports('listSessionTypes') === false || error.kind === 'unsupported';
      this.loaded = isMissing ? 'unsupported' : error.kind === 'not-found' ? 'not-coach' : 'failed';
    }
  }

  protected override render(): TemplateResult {
    const { texts, editing } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    const title = editing ? (editing.type ? texts.editTitle(editing.type.name) : texts.newTitle) : texts.title;
    return html`<section class="root" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1" data-heading>${title}</h2>
        ${this.renderFor()}
      </header>
      ${this.renderBody()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderFor(): TemplateResult | typeof nothing {
    const { texts, profile, editing } = this;
    const { user } = this.own;
    if (user && profile && user.id !== profile.user_id) {
      return html`<p class="acting" part="acting">${texts.forCoach(profile.name || profile.user_id)}</p>`;
    }
    return editing ? nothing : html`<p class="quiet">${texts.help}</p>`;
  }

  private renderBody(): TemplateResult {
    const { texts, loaded, editing } = this;
    const { account, client } = this.own;
    const isOut = account?.status !== 'signed-in';
    const signIn = isOut
      ? signInPanel(client?.signIn, { needed: texts.signIn, ended: texts.signInAgain }, this.language)
      : nothing;
    if (isOut && loaded !== 'ready') return html`${signIn}`;
    if (loaded === 'ready') return html`${signIn}${editing ? this.renderForm(editing) : this.renderList()}`;
    if (loaded === 'failed') {
      return html`<div class="state" role="alert"><p>${this.problemWords()}</p>
        <button type="button" class="secondary" @click=${() => this.load()}>${texts.tryAgain}</button></div>`;
    }
    if (loaded !== 'loading') {
      return html`<p class="state">${loaded === 'not-coach' ? texts.notCoach : texts.unsupported}</p>`;
    }
    return html`${[1, 2, 3].map(() => html`<div class="skeleton" aria-hidden="true"></div>`)}<p class="visually-hidden">${texts.loading}</p>`;
  }

  private renderList(): TemplateResult {
    const { texts } = this;
    const offered = this.types.filter(({ archived }) => archived !== true);
    const archived = this.types.filter((type) => type.archived === true);
    const row = (type: SessionType, index: number) =>
      typeRow(type, this.actionsOn(type, index, offered), {
        texts,
        cardTexts: this.cardTexts,
        locale: this.language,
        link: this.linked?.id === type.id ? { ...this.linked, address: this.linkTo(type) } : undefined,
        busy: this.working,
      });
    return html`
      ${this.problem ? html`<div class="state panel bad" role="alert"><p>${this.problemWords()}</p></div>` : nothing}
      ${offered.length === 0 ? html`<p class="state">${texts.none}</p>` : nothing}
      ${this.renderLengths()}
      <ul>${repeat(offered, ({ id }) => id, row)}</ul>
      <div class="add"><button type="button" class="primary" part="add" data-act="add" @click=${this.add}>${texts.add}</button></div>
      ${
        archived.length > 0
          ? html`<details class="list-end"><summary>${texts.archived(archived.length)}</summary>
              <ul>${repeat(archived, ({ id }) => id, row)}</ul></details>`
          : nothing
      }
    `;
  }

  /** The offer to make session types of the lengths that visitors choose among now. */
  private renderLengths(): TemplateResult | typeof nothing {
    const { texts, profile, types } = this;
    const bodies = profile ? typesFromLengths(profile, types, texts.lengthName) : [];
    if (bodies.length === 0) return nothing;
    const { minutes, free } = this.cardTexts;
    const lengths = bodies.map(({ minutes: length, price }) =>
      price ? `${minutes(length)} · ${describePrice(price, this.language, free)}` : minutes(length),
    );
    return html`<div class="lengths" part="lengths">
      <p>${texts.lengths(new Intl.ListFormat(this.language, { type: 'unit' }).format(lengths))}</p>
      <p class="quiet">${texts.lengthsHelp}</p>
      <button type="button" class="secondary" data-act="from-lengths" aria-disabled=${this.working} @click=${() => this.makeOfLengths(bodies)}>
        ${this.working ? texts.working : texts.fromLengths(bodies.length)}
      </button>
    </div>`;
  }

  private actionsOn(type: SessionType, index: number, offered: readonly SessionType[]): TypeActions {
    const swap = (other: number) => () => this.move(type, offered, index, other);
    return {
      edit: () => this.edit(type),
      ...(!type.archived && index > 0 && { up: swap(index - 1) }),
      ...(!type.archived && index < offered.length - 1 && { down: swap(index + 1) }),
      archive: () => this.archive(type),
      restore: () => this.restore(type),
      copyLink: () => this.copyLink(type),
    };
  }

  private renderForm({ type, draft }: Editing): TemplateResult {
    const { texts, errors } = this;
    const issues = [...errors].map(([field, message]) => ({ field, message }));
    // Only a session type with a price shows whether the server takes payments.
    const sold = this.types.find(({ payment }) => payment !== 'none')?.payment;
    return html`<div class="layout">
        <form novalidate id="form" aria-labelledby="title" @submit=${this.submit}>
          ${issues.length > 0 ? errorSummary(texts.toCorrect(issues.length), issues) : nothing}
          ${typeFields({
            draft,
            errors,
            texts,
            sellsOnline: sold === undefined ? undefined : sold === 'online',
            change: (change) => this.change(change),
            addQuestion: () => this.addQuestion(),
            removeQuestion: (index) => this.removeQuestion(index),
          })}
        </form>
        <aside part="preview" aria-labelledby="preview"><h3 id="preview">${texts.preview}</h3>${this.renderCard(draft, type, sold)}</aside>
      </div>
      <div class="bar" part="bar">
        ${this.problem ? html`<div class="panel bad" role="alert"><p>${this.problemWords()}</p></div>` : nothing}
        <button type="button" class="secondary" data-act="cancel" @click=${this.leaveForm}>${texts.cancel}</button>
        <button type="submit" form="form" class="primary" part="submit" aria-disabled=${this.working} @click=${submitAnyway}>${this.working ? texts.saving : texts.save}</button>
      </div>`;
  }

  private renderCard(
    draft: TypeDraft,
    type: SessionType | undefined,
    sold: SessionType['payment'] = 'at_session',
  ): TemplateResult {
    const body = typeBody(draft, type);
    const payment = body.price ? sold : 'none';
    const isReadable =
      Number.isInteger(body.minutes) &&
      (!body.price || (body.price.amount > 0 && /^[A-Z]{3}$/.test(body.price.currency)));
    const { total, facts, refunds } = typeCardWords(
      { ...body, refunds: isFiniteRules(body) ? body.refunds : undefined, payment },
      this.cardTexts,
      this.language,
    );
    return html`<div class="card" data-colour=${draft.colour}>
      <span class="name">${body.name || '…'}</span>
      <span class="total">${isReadable ? total : '…'}</span>
      ${body.description ? html`<span>${body.description}</span>` : nothing}
      ${facts ? html`<span class="quiet">${facts}</span>` : nothing}
      ${refunds ? html`<span class="quiet">${refunds}</span>` : nothing}
    </div>`;
  }

  /** The errors by field, in words. */
  private get errors(): ReadonlyMap<TypeField, string> {
    const { editing, texts, judging, refusals } = this;
    const faults = editing && judging ? [...typeFaults(editing.draft)] : [];
    return new Map([
      ...refusals,
      ...faults.map(([field, fault]) => [field, typeFaultWords(field, fault, texts, this.language)] as const),
    ]);
  }

  private problemWords(): string {
    const { texts, problem } = this;
    return problem ? (texts.problems[problem.kind] ?? texts.refused(refusalText(problem, this.language))) : '';
  }

  private open(editing: Editing | undefined): void {
    this.editing = editing;
    this.judging = false;
    this.refusals = new Map();
    this.problem = undefined;
    this.linked = undefined;
    this.focusNext.on('[data-heading]');
  }

  private add(): void {
    this.open({ type: undefined, draft: newDraft(this.currency) });
  }

  private edit(type: SessionType): void {
    const draft = draftOfType(type);
    this.open({ type, draft: { ...draft, currency: draft.currency || this.currency } });
  }

  private leaveForm(): void {
    const id = this.editing?.type?.id;
    this.open(undefined);
    this.focusNext.on(id ? `[data-type="${CSS.escape(id)}"] [data-act="edit"]` : '[data-act="add"]');
  }

  private change(change: Partial<TypeDraft>): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = { ...editing, draft: { ...editing.draft, ...change } };
    if (this.refusals.size > 0) {
      this.refusals = new Map([...this.refusals].filter(([field]) => !(field in change)));
    }
  }

  private addQuestion(): void {
    const questions = this.editing?.draft.questions ?? [];
    const id = questionId(
      '',
      questions.map((one) => one.id),
    );
    const added = { id, label: '', kind: 'text', required: false, help: '', options: '' } as const;
    this.change({ questions: [...questions, added] });
    this.focusNext.on(`#field-questions-${questions.length}-label`);
  }

  private removeQuestion(index: number): void {
    const { editing } = this;
    this.change({ questions: (editing?.draft.questions ?? []).filter((_, at) => at !== index) });
    this.focusNext.on('[data-act="add-question"]');
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.working) void this.save();
  }

  private async save(): Promise<void> {
    const { editing } = this;
    const { client } = this.own;
    if (!editing || !client) return;
    this.judging = true;
    this.refusals = new Map();
    if (this.errors.size > 0) {
      this.focusNext.on('[part=error-summary]');
      return;
    }
    const { type, draft } = editing;
    const { params } = this;
    const saved = await this.send(async () => {
      const body = typeBody(draft, type);
      const written = type
        ? await client.updateSessionType({ params: { ...params, session_type_id: type.id }, body })
        : await client.createSessionType({ params, body });
      this.put(written);
      return written;
    });
    if (!saved) return;
    this.open(undefined);
    this.tell(this.texts.said.saved(saved.name));
    this.focusNext.on(`[data-type="${CSS.escape(saved.id)}"] [data-act="edit"]`);
  }

  private async archive(type: SessionType): Promise<void> {
    const { client } = this.own;
    const params = { ...this.params, session_type_id: type.id };
    const isDone = await this.send(async () => {
      await client?.archiveSessionType({ params });
      this.put({ ...type, archived: true });
      return true;
    });
    if (!isDone) return;
    this.tell(this.texts.said.archived(type.name));
    this.focusNext.on('[data-heading]');
  }

  private async restore(type: SessionType): Promise<void> {
    const isDone = await this.send(() => this.replace(type, { archived: false }));
    if (!isDone) return;
    this.tell(this.texts.said.restored(type.name));
    this.focusNext.on(`[data-type="${CSS.escape(type.id)}"] [data-act="edit"]`);
  }

  /** Exchanges a session type with its neighbour, and saves all whose position has changed. */
  private async move(type: SessionType, offered: readonly SessionType[], from: number, to: number): Promise<void> {
    const order = [...offered];
    order.splice(to, 0, ...order.splice(from, 1));
    const isDone = await this.send(async () => {
      for (const [index, one] of order.entries()) {
        if (one.position !== index + 1) await this.replace(one, { position: index + 1 });
      }
      return true;
    });
    if (!isDone) return;
    this.tell(this.texts.said.moved(type.name));
    const [wanted, other] = to < from ? ['up', 'down'] : ['down', 'up'];
    const row = `[data-type="${CSS.escape(type.id)}"]`;
    const isAtEnd = to === (to < from ? 0 : order.length - 1);
    this.focusNext.on(`${row} [data-act="${isAtEnd ? other : wanted}"]`);
  }

  private async makeOfLengths(bodies: readonly SessionTypeBody[]): Promise<void> {
    const { client } = this.own;
    if (!client || this.working) return;
    let made = 0;
    const isDone = await this.send(async () => {
      // One after the other, so that they are in the order of the lengths; after an interruption those made before stay.
      for (const body of bodies) {
        this.put(await client.createSessionType({ params: this.params, body }));
        made += 1;
      }
      return true;
    });
    if (made > 0) this.tell(this.texts.made(made));
    if (isDone) this.focusNext.on('[data-heading]');
  }

  private async replace(type: SessionType, change: Partial<SessionTypeBody>): Promise<boolean> {
    const { client } = this.own;
    if (!client) return false;
    const { id, coach_id: _, payment: __, ...body } = type;
    const params = { ...this.params, session_type_id: id };
    this.put(await client.updateSessionType({ params, body: { ...body, ...change } }));
    return true;
  }

  /** Sends something; undefined when it was refused or did not arrive, which is then shown. */
  private async send<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.working) return undefined;
    this.working = true;
    this.problem = undefined;
    this.said = '';
    try {
      return await act();
    } catch (error) {
      if (!isBookingError(error)) throw error;
      const fields = this.editing ? refusedTypeFields(error, this.texts, this.language) : new Map<TypeField, string>();
      this.refusals = fields;
      this.problem = fields.size > 0 ? undefined : error;
      this.focusNext.on(
        fields.size > 0 ? '[part=error-summary]' : error.kind === 'unauthenticated' ? 'cb-sign-in' : '.panel.bad',
      );
      return undefined;
    } finally {
      this.working = false;
    }
  }

  private put(written: SessionType): void {
    const others = this.types.filter(({ id }) => id !== written.id);
    this.types = [...others, written].sort(
      (a, b) => (a.position ?? 0) - (b.position ?? 0) || a.name.localeCompare(b.name),
    );
  }

  private tell(words: string): void {
    this.said = words;
    this.dispatchEvent(new SessionTypesChangeEvent(this.types));
  }

  /** The address that opens the coach's page at this session type. */
  private linkTo({ id }: SessionType): string {
    const address = new URL(this.pageHref || globalThis.location.href, document.baseURI);
    if (!this.pageHref) address.hash = '';
    address.searchParams.set('cb-session-type', `${this.shown}/${id}`);
    return address.href;
  }

  private async copyLink(type: SessionType): Promise<void> {
    const { copied, copyByHand } = this.texts;
    try {
      await navigator.clipboard.writeText(this.linkTo(type));
      this.linked = { id: type.id, isCopied: true };
      this.said = copied;
    } catch {
      // A frame or an old browser without access to the clipboard.
      this.linked = { id: type.id, isCopied: false };
      this.said = copyByHand;
      this.focusNext.on('.address', true);
    }
  }
}

/** True once all numbers of the refund rules can be read. */
function isFiniteRules({ refunds }: SessionTypeBody): boolean {
  const { full_until_minutes: full = 0, part } = refunds ?? {};
  return [full, part?.percent ?? 1, part?.until_minutes ?? 0].every(Number.isFinite);
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-session-types': CbSessionTypes;
  }
}
