import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Question, Slot } from '../../contract/index.ts';
import type { SessionType } from '../../contract/session-type.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import type { Draft, FlowState, StateOf } from '../../core/flow/state.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { needAsked } from '../asked/need-asked.ts';
import { BackEvent, SignInNeededEvent } from '../base/booking-events.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { CbElement } from '../base/element.ts';
import { CbBookingConfirmation } from '../booking-confirmation/booking-confirmation.ts';
import type { BookingContext } from '../context/context.ts';
import { createPreferences } from '../context/preferences.ts';
import { EverySecond, secondsUntil } from '../controllers/every-second.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { type FormIssue, judgeAgain, refusedFields } from '../forms/error-summary.ts';
import { filledFields } from '../forms/form-field.ts';
import { formEnglish } from '../i18n/form.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { loadSignIn } from '../sign-in/load-sign-in.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import type { Reading } from '../words/session-time.ts';
import { bookingFormStyles } from './booking-form.styles.ts';
import { signInByChoice, signInByNeed } from './booking-form-account.ts';
import { checkDraft } from './booking-form-fields.ts';
import { choiceBar, partsFailed, type WayBack } from './booking-form-panels.ts';
import { BookingFormSource } from './booking-form-source.ts';
import { formView, type OpenState } from './booking-form-view.ts';
import { askedFields, asksMore, loadAskedFields } from './load-asked-fields.ts';

/**
 * The form that books a session: name, questions and notes. Inside `<cb-booking>` it uses the chosen time; alone it takes `api`,
 * `coach`, `start` and `duration`, books, and shows the confirmation.
 *
 * @fires cb-before-book - About to be sent: `preventDefault()`, `waitUntil(promise)`, or set `visitorToken`.
 * @fires cb-booked - The server confirmed the booking.
 * @fires cb-booking-failed - The booking failed.
 * @fires cb-back - The visitor wants another time.
 * @fires cb-sign-in-needed - The page signs its visitors in itself, and this one is not signed in.
 * @csspart choice - The chosen time.
 * @csspart back - The way back.
 * @csspart form-row - A label with its field; also `invalid`.
 * @csspart field - A text field or list.
 * @csspart add-attendees - Asks for the addresses of others who take part.
 * @csspart option - A choice with its radio button.
 * @csspart error - The error of a field.
 * @csspart error-summary - All errors, with links.
 * @csspart taken - The message that the chosen time was taken.
 * @csspart nearest - A time offered instead.
 * @csspart problem - The booking failed.
 * @csspart submit - The button that books.
 * @csspart retry - The same button after a failed attempt that can be sent again.
 * @csspart total - The total price of the session.
 * @csspart notice - How late a client may move or cancel.
 */
export class CbBookingForm extends CbElement {
  static override styles = [tokens, controls, developerStyles, formStyles, bookingFormStyles];
  static readonly uses = { 'cb-booking-confirmation': CbBookingConfirmation };

  /** Address of the API; needed when the form stands alone. */
  @property() api = '';
  /** The coach's id; needed when the form stands alone. */
  @property() coach = '';
  /** Start of the session: `2025-11-18T14:00:00Z`. */
  @property() start = '';
  /** Length of the session in minutes. */
  @property({ type: Number }) duration = 60;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Prefills the name. */
  @property() name = '';
  /** Prefills the e-mail address. */
  @property() email = '';
  /** Prefills the notes. */
  @property() notes = '';
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  /** Leaves out the price, which is shown elsewhere for a session type. */
  @property({ type: Boolean, attribute: 'no-total' }) noTotal = false;
  /** The session type that is booked: its price and its questions are used in place of the coach's. */
  @property({ attribute: false }) sessionType: SessionType | undefined;

  @state() private issues: readonly FormIssue[] = [];
  @state() private signingIn = false;
  /** The state of the scripts of the questions, guests and the sign-in: loading, or failed to load; empty otherwise. */
  @state() private parts: 'loading' | 'failed' | '' = '';

  private readonly source = new BookingFormSource(this);
  private readonly focusNext = new MoveFocus(this);
  private last: FlowState | undefined;
  /** True when name and e-mail are asked for. */
  private person = true;

  constructor() {
    super();
    new EverySecond(this, () => this.wait > 0);
    new OnReturn(this, () => void (this.parts === 'failed' && this.loadParts()));
  }

  /** Chooses a slot, as `cb-slot-select` gives it. */
  choose(slot: Slot): void {
    this.start = slot.start;
    this.duration = slot.duration_minutes;
  }

  /** Moves the focus to the form's heading once it is drawn, and scrolls it into view. */
  override focus(): void {
    this.focusNext.on('[data-heading]');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  private get context(): BookingContext | undefined {
    return this.source.context;
  }

  /** The session type's own questions, else the coach's. */
  private get questions(): readonly Question[] {
    return this.sessionType?.questions ?? this.source.coach?.questions ?? [];
  }

  /** True while fields that this form has are not loaded yet. */
  private get lacksFields(): boolean {
    return !askedFields() && asksMore(this.source.coach, this.questions);
  }

  /** True when the visitor asked to sign in, or has to, in this form. */
  private get signsIn(): boolean {
    const { flow, signIn } = this.context ?? {};
    return this.signingIn || (!!flow && asksToSignIn(flow.state) && !signIn?.hosted);
  }

  /** True while the sign-in is to be shown and is not loaded yet: until then the form stays. */
  private get lacksSignIn(): boolean {
    return this.signsIn && !customElements.get('cb-sign-in');
  }

  private async loadParts(): Promise<void> {
    const { lacksSignIn } = this;
    this.parts = 'loading';
    try {
      await Promise.all([this.lacksFields && loadAskedFields(), lacksSignIn && loadSignIn()]);
      this.parts = '';
      if (lacksSignIn) this.focusNext.on('cb-sign-in');
    } catch {
      this.parts = 'failed';
      this.signingIn = false;
      if (lacksSignIn) this.focusNext.on('[part=problem]');
    }
  }

  /** Seconds until the server accepts another attempt. */
  private get wait(): number {
    const { flow, now } = this.context ?? {};
    return flow?.state.status === 'details' ? secondsUntil(flow.state.retryAt, now?.() ?? 0) : 0;
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'refusals'];
  }

  private get texts() {
    return this.messages('form', formEnglish);
  }

  private get reading(): Reading {
    const { language } = this;
    const preferences = this.context?.preferences ?? createPreferences(this.locale, this.timeZone);
    const { timeZone, hour12 } = preferences.state;
    return { timeZone, hour12, locale: language };
  }

  protected override get localeGiven(): string {
    return this.locale || (this.context?.locale ?? '');
  }

  protected override willUpdate(): void {
    const { api, coach, start, duration, timeZone, language, name, email, notes } = this;
    const fetch = this.steady('fetch', this.fetch);
    const getToken = this.steady('getToken', this.getToken);
    const draft = { ...(name && { name }), ...(email && { email }), notes };
    this.source.update({ api, fetch, getToken, coach, start, duration, timeZone, language, draft });
    const { coach: profile } = this.source;
    if (profile?.privacy_url || profile?.consent) needAsked('cb-consent');
    const choices = askedFields()?.choiceStyles;
    if (choices && this.shadowRoot) adoptStyles(this.shadowRoot, choices);
    const state = this.context?.flow.state;
    // A guest is signed in while the booking is being sent: keep the fields until it is made.
    if (state?.status === 'details') this.person = this.source.asksPerson;
    if (this.lacksFields && !this.parts) void this.loadParts();
    if (state && state !== this.last) this.follow(state, this.last);
    this.last = state;
  }

  private follow(now: FlowState, before: FlowState | undefined): void {
    const focus = focusAfter(now, before);
    if (focus) this.focusNext.on(focus);
    if (now.status === 'choosing') this.issues = [];
    if (now.status === 'booked' && this.source.alone) this.focusNext.on('cb-booking-confirmation');
    if (asksToSignIn(now) && this.context?.signIn.hosted) this.dispatchEvent(new SignInNeededEvent());
    if (this.lacksSignIn) void this.loadParts();
    if (now.status !== 'details') return;
    if (before?.status !== 'details') this.arrive();
    const known = before?.status === 'details' ? before.problem : undefined;
    if (now.problem && now.problem !== known) this.issues = refusedFields(now.problem, this.language);
  }

  private arrive(): void {
    this.signingIn = false;
    const signIn = this.context?.signIn;
    if (signIn?.state.status === 'signed-in' && !signIn.state.user) signIn.identify().catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, texts } = this;
    if (!context) {
      const missing = (['api', 'coach', 'start'] as const).filter((name) => !this[name]);
      return developerMessage(texts.missing(missing.join(', ')));
    }
    const flow = context.flow.state;
    if (flow.status === 'choosing') return nothing;
    if (flow.status === 'booked') return this.source.alone ? this.renderBooked(flow) : nothing;
    return html`${choiceBar(flow.slot, this.reading, this.wayBack(flow), 'taken' in flow)} ${this.renderStep(flow, context)}`;
  }

  private renderStep(flow: OpenState, { flow: { send }, signIn }: BookingContext): TemplateResult {
    const { texts } = this;
    const { locale } = this.reading;
    const failed = this.parts === 'failed';
    if (asksToSignIn(flow)) {
      if (!this.lacksSignIn) return signInByNeed(flow, signIn, locale, texts, () => send({ type: 'authenticated' }));
      if (failed) return partsFailed(texts, () => void this.loadParts());
    } else if (this.signingIn && !this.lacksSignIn)
      return signInByChoice(signIn, flow.draft, locale, texts, () => this.leaveSignIn());
    return formView({
      flow,
      signIn,
      questions: this.questions,
      coach: this.source.coach,
      noTotal: this.noTotal,
      type: this.sessionType,
      person: this.person,
      issues: this.issues,
      reading: this.reading,
      texts,
      wait: this.wait,
      lacking: failed ? () => (this.lacksFields ? void this.loadParts() : this.enterSignIn()) : undefined,
      signInLoading: this.lacksSignIn && !failed,
      send: () => void this.send(),
      edit: (field, change) => this.edit(field, change),
      addAttendees: () => this.addAttendees(),
      choose: (slot) => this.chooseNearest(slot),
      showSignIn: () => this.enterSignIn(),
      preloadSignIn: () => void loadSignIn().catch(() => undefined),
      leaveAccount: () => this.leaveAccount(),
      back: this.source.alone ? undefined : () => this.back(),
    });
  }

  private renderBooked({ booking, slot }: StateOf<'booked'>): TemplateResult {
    return html`<cb-booking-confirmation
      .booking=${booking} .coach=${this.source.coach} .chosen=${slot.start}
      .client=${this.context?.client} time-zone=${this.reading.timeZone} locale=${this.reading.locale} single
    ></cb-booking-confirmation>`;
  }

  /** From the sign-in back to the details, from the details back to the times; outside `<cb-booking>` there are no times. */
  private wayBack(flow: OpenState): WayBack | undefined {
    if (asksToSignIn(flow)) {
      return { label: this.texts.back, go: () => this.context?.flow.send({ type: 'back' }), disabled: false };
    }
    if (this.source.alone) return undefined;
    return { label: this.texts.changeTime, go: () => this.back(), disabled: flow.status !== 'details' };
  }

  /** Password managers fill in fields without an event, so read the fields themselves. */
  private readFields(): void {
    const flow = this.context?.flow;
    for (const { name, value } of filledFields(this.renderRoot)) {
      if (flow?.state.status !== 'details') return;
      const { draft } = flow.state;
      const question = name.startsWith('answers.') && name.slice(8);
      const known = question ? draft.answers[question] : draft[name as 'name' | 'email' | 'notes' | 'attendees'];
      if (value === (known ?? '')) continue;
      flow.send({
        type: 'edit',
        draft: question ? { answers: { ...draft.answers, [question]: value } } : { [name]: value },
      });
    }
  }

  private addAttendees(): void {
    this.edit('attendees', { attendees: '' });
    this.focusNext.on('[name=attendees]');
  }

  private enterSignIn(): void {
    this.readFields();
    this.signingIn = true;
    if (this.lacksSignIn) void this.loadParts();
    else this.focusNext.on('cb-sign-in');
  }

  private leaveSignIn(): void {
    this.signingIn = false;
    this.focus();
  }

  /** Fills in the guest's name and address again: people more often correct them than book as somebody else. */
  private leaveAccount(): void {
    const { flow, signIn } = this.context ?? {};
    const user = signIn?.state.status === 'signed-in' ? signIn.state.user : undefined;
    if (user?.is_guest) {
      const { name, email } = user;
      flow?.send({ type: 'edit', draft: { email, ...(name && { name }) } });
    }
    signIn?.logOut();
    this.focusNext.on(user?.is_guest ? '#field-name' : '[data-heading]');
  }

  private edit(field: string, draft: Partial<Draft>): void {
    const flow = this.context?.flow;
    if (flow?.state.status !== 'details') {
      // While sending, the field shows the sent value again.
      this.requestUpdate();
      return;
    }
    flow.send({ type: 'edit', draft });
    this.issues = judgeAgain(this.issues, field, () => this.check(flow.state.draft));
  }

  private check(draft: Draft): readonly FormIssue[] {
    return checkDraft(draft, this.questions, !this.person, this.texts, this.language);
  }

  private async send(): Promise<void> {
    this.signingIn = false;
    if (this.lacksFields) await this.loadParts();
    const flow = this.context?.flow;
    if (this.lacksFields || flow?.state.status !== 'details' || flow.state.taken || this.wait) return;
    this.readFields();
    this.issues = this.check(flow.state.draft);
    if (this.issues.length) this.focusNext.on('[part=error-summary]');
    else flow.send({ type: 'submit' });
  }

  private chooseNearest(slot: Slot): void {
    this.focusNext.on('.primary');
    this.context?.flow.send({ type: 'choose-slot', slot });
  }

  /** Goes back to the times and keeps the typed values. */
  back(): void {
    this.readFields();
    this.context?.flow.send({ type: 'back' });
    this.dispatchEvent(new BackEvent());
  }
}

/** True when the visitor has to sign in or sign up to book. */
const asksToSignIn = (state: FlowState): state is StateOf<'authenticating'> =>
  state.status === 'authenticating' && state.way === 'ask';

/** The selector of the part to focus after a change; undefined leaves the focus. */
function focusAfter(now: FlowState, before: FlowState | undefined): string | undefined {
  // The sign-in was removed: otherwise the focus would fall back to the page.
  if (now.status === 'submitting') return before?.status === 'authenticating' ? '.primary' : undefined;
  if (asksToSignIn(now)) return 'cb-sign-in, [part=host-sign-in]';
  if (now.status !== 'details') return undefined;
  const known = before?.status === 'details' ? before : undefined;
  if (now.taken && !known?.taken) return '[part=taken]';
  if (now.problem && now.problem !== known?.problem) return '.panel.bad';
  return before?.status === 'authenticating' ? '[data-heading]' : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-booking-form': CbBookingForm;
  }
}
