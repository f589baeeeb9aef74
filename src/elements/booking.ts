import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ClientOptions } from '../core/client.ts';
import type { FlowStatus } from '../core/flow/state.ts';
import type { Session, SessionSettings } from '../core/session.ts';
import { monthOf } from '../domain/time/local-date.ts';
import { localDateAt } from '../domain/time/zone.ts';
import { CbAvailabilityPicker } from './availability-picker.ts';
import { bookingStyles } from './booking.styles.ts';
import { loadStep, type Step, stepOf } from './booking-steps.ts';
import { CbCoachCard } from './coach-card.ts';
import { type BookingContext, bookingContext } from './context.ts';
import { Subscriptions } from './controllers/subscriptions.ts';
import { developerMessage, developerStyles } from './developer-message.ts';
import { CbElement } from './element.ts';
import type { DaySelectEvent, DurationChangeEvent, SlotSelectEvent } from './events.ts';
import { bookingEnglish } from './i18n/booking.ts';
import { type OpenBooking, openBooking } from './open-booking.ts';
import { createPreferences } from './preferences.ts';
import { sharedClient } from './shared-client.ts';
import { controls } from './styles/controls.ts';
import { tokens } from './styles/tokens.ts';

/**
 * Books a session with a coach: a day and a time, the visitor's details, the booking, the confirmation.
 *
 * @slot - Shown until the script has loaded, and when the element cannot start: a link to another way to book.
 * @slot coach - Replaces the coach card.
 * @slot booked - The coach's own words under the confirmation.
 * @fires cb-day-select - A day was chosen.
 * @fires cb-slot-select - A time was chosen.
 * @fires cb-step-change - The visitor is at another step.
 * @fires cb-before-book - About to be sent: `preventDefault()`, or `waitUntil(promise)`.
 * @fires cb-booked - The server said: booked.
 * @fires cb-booking-failed - The booking did not go through.
 * @fires cb-sign-in-needed - The page signs its visitors in itself, and this one is not signed in.
 * @csspart frame - The whole; also the name of the step.
 * @csspart who - The coach's region.
 * @csspart stage - The region of the steps.
 */
export class CbBooking extends CbElement {
  static override styles = [tokens, controls, developerStyles, bookingStyles];
  static readonly uses = { 'cb-availability-picker': CbAvailabilityPicker, 'cb-coach-card': CbCoachCard };

  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** Length of a session in minutes; the coach's first offer, else 60, when left out. */
  @property({ type: Number }) duration = 0;
  /** IANA zone to show times in at first; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Prefills the name. */
  @property() name = '';
  /** Prefills the e-mail address. */
  @property() email = '';
  /** Prefills the notes. */
  @property() notes = '';
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SessionSettings['storage'];
  /** A session to share with the rest of the page. */
  @property({ attribute: false }) session: Session | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SessionSettings['getToken'];
  /** Carried to the booking: campaign parameters and the like. */
  @property({ attribute: false }) metadata: Readonly<Record<string, string>> | undefined;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  /** Clock, epoch ms; the machine's own when left out. */
  @property({ attribute: false }) now: (() => number) | undefined;

  /** True once the page has had its chance to set attributes. */
  @state() private settled = false;
  @state() private failedStep: Step | undefined;
  @state() private unusable = '';

  private readonly provider = new ContextProvider(this, { context: bookingContext });
  private opened: OpenBooking | undefined;
  private chosenDuration = 0;
  private step: Step = 'choose';
  private readonly token = () => this.getToken?.();

  constructor() {
    super();
    new Subscriptions(this, () => {
      const { flow, coach } = this.context ?? {};
      return [flow, coach];
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.opened && this.hasUpdated) this.reopen();
    // Frameworks set attributes right after placing an element: only what is missing then is missing.
    setTimeout(() => {
      this.settled = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back at once, and the visitor keeps their place.
    setTimeout(() => {
      if (!this.isConnected) this.close();
    });
  }

  /** Where the visitor stands. */
  get status(): FlowStatus | undefined {
    return this.context?.flow.state.status;
  }

  private get context(): BookingContext | undefined {
    return this.opened?.context;
  }

  private get texts() {
    return this.messages('booking', bookingEnglish);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const identity = ['api', 'coach', 'duration', 'session', 'storage', 'fetch', 'locale', 'metadata', 'now'] as const;
    const hosting = changed.has('getToken') && !changed.get('getToken') !== !this.getToken;
    if (!this.opened || hosting || identity.some((name) => changed.has(name))) this.reopen();
    else if (changed.has('timeZone'))
      this.context?.preferences.set(createPreferences(this.language, this.timeZone).state);
    this.settleDuration();
  }

  private close(): void {
    this.opened?.dispose();
    this.opened = undefined;
  }

  /** What the visitor typed outlives a change of attributes. */
  private reopen(): void {
    const before = this.context;
    this.close();
    const { api, coach, name, email, notes, session, storage, fetch, metadata, language, now } = this;
    if (!api || !coach || !this.isConnected) return;
    try {
      this.opened = openBooking(this, {
        client: sharedClient({ api, session, storage, fetch, ...(this.getToken && { getToken: this.token }) }),
        coachId: coach,
        durationMinutes: this.duration || this.chosenDuration || 60,
        preferences: before?.preferences ?? createPreferences(language, this.timeZone),
        locale: language,
        draft: before?.flow.state.draft ?? { ...(name && { name }), ...(email && { email }), notes },
        metadata,
        now,
      });
    } catch (error) {
      this.unusable = this.texts.unusable(error instanceof Error ? error.message : String(error));
      return;
    }
    this.unusable = '';
    const { context } = this.opened;
    this.provider.setValue(context);
    // Asked for before anything is drawn: the times are what the visitor came for.
    context.availability.show(monthOf(localDateAt(context.preferences.state.timeZone, context.now())));
  }

  /** A coach who does not offer the hour we guessed is asked for the first length they do offer. */
  private settleDuration(): void {
    const profile = this.context?.coach.state;
    const offered = (profile?.status === 'ready' && profile.coach.durations?.map(({ minutes }) => minutes)) || [];
    const [first] = offered;
    if (this.duration || first === undefined || offered.includes(this.context?.durationMinutes ?? 0)) return;
    this.chosenDuration = first;
    this.reopen();
  }

  private changeDuration({ minutes }: DurationChangeEvent): void {
    this.chosenDuration = minutes;
    this.reopen();
    this.requestUpdate();
  }

  protected override updated(): void {
    const step = stepOf(this.status);
    if (step === this.step) return;
    this.step = step;
    void this.enter(step);
  }

  private async enter(step: Step): Promise<void> {
    try {
      this.failedStep = undefined;
      await loadStep(step);
      this.requestUpdate();
    } catch {
      this.failedStep = step;
      return;
    }
    await this.updateComplete;
    const element = this.renderRoot.querySelector<CbElement>('.pane:not([inert]) > :first-child');
    await element?.updateComplete;
    if (step !== this.step) return;
    element?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const problem = this.problem;
    if (problem) return html`${developerMessage(problem)}<slot></slot>`;
    const step = stepOf(this.status);
    return html`<div class="frame" part="frame ${step}">
      <div class="who" part="who"><slot name="coach">${this.renderCoach()}</slot></div>
      <div class="stage" part="stage">
        <div class="pane" ?inert=${step !== 'choose'}>
          <cb-availability-picker
            .duration=${this.duration} .now=${this.now ?? Date.now}
            @cb-duration-change=${this.changeDuration}
            @cb-slot-select=${this.chooseSlot} @cb-day-select=${this.foresee} @pointerenter=${this.foresee}
          ></cb-availability-picker>
        </div>
        ${step === 'choose' ? nothing : html`<div class="pane step">${this.renderStep(step)}</div>`}
      </div>
    </div>`;
  }

  private get problem(): string {
    if (this.unusable || !this.settled) return this.unusable;
    if (!this.api) return this.texts.missingApi;
    return this.coach ? '' : this.texts.missingCoach;
  }

  private renderCoach(): TemplateResult {
    const profile = this.context?.coach.state ?? { status: 'loading' };
    return html`<cb-coach-card
      locale=${this.language} duration=${this.context?.durationMinutes ?? (this.duration || 60)}
      ?loading=${profile.status === 'loading'} .coach=${profile.status === 'ready' ? profile.coach : undefined}
    ></cb-coach-card>`;
  }

  private renderStep(step: Exclude<Step, 'choose'>): TemplateResult {
    const { texts } = this;
    if (this.failedStep === step) {
      return html`<div class="failed" role="alert">
        <p>${texts.stepFailed}</p>
        <button type="button" class="secondary" @click=${() => this.enter(step)}>${texts.tryAgain}</button>
      </div>`;
    }
    const tag = step === 'details' ? 'cb-booking-form' : 'cb-booking-confirmation';
    if (!customElements.get(tag)) {
      return html`<div class="bones"><p class="visually-hidden" role="status">${texts.loadingStep}</p>
        ${[1, 2, 3, 4].map(() => html`<span></span>`)}</div>`;
    }
    const flow = this.context?.flow.state;
    return step === 'details'
      ? html`<cb-booking-form></cb-booking-form>`
      : html`<cb-booking-confirmation .booking=${flow?.status === 'booked' ? flow.booking : undefined}>
          <slot name="booked"></slot>
        </cb-booking-confirmation>`;
  }

  private chooseSlot({ slot }: SlotSelectEvent): void {
    this.context?.flow.send({ type: 'choose-slot', slot });
  }

  /** The form is fetched ahead when the visitor is about to need it. */
  private foresee(_event: DaySelectEvent | PointerEvent): void {
    loadStep('details').catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-booking': CbBooking;
  }
}
