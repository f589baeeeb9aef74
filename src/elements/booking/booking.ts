import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Booking, Slot } from '../../contract/index.ts';
import type { Draft, FlowStatus } from '../../core/flow/state.ts';
import { nextChange } from '../../core/store.ts';
import { CbAvailabilityPicker } from '../availability-picker/availability-picker.ts';
import type { ManageEvent } from '../base/booking-events.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import type { DurationChangeEvent } from '../base/duration-change-event.ts';
import type { CbElement } from '../base/element.ts';
import type { SlotSelectEvent } from '../base/events.ts';
import type { SlotGoneEvent } from '../base/slot-gone-event.ts';
import { needExtra } from '../chunks/picker-extras.ts';
import { claimBookingLink } from '../context/booking-link.ts';
import type { BookingContext } from '../context/context.ts';
import { Away } from '../controllers/away.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { bookingEnglish } from '../i18n/booking.ts';
import type { KeptBookingEvent } from '../kept-booking/kept-booking.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { bookingStyles } from './booking.styles.ts';
import { BookingElement } from './booking-element.ts';
import { BookingSource } from './booking-source.ts';
import { stepFailed, stepLoading } from './booking-step-panels.ts';
import { loadStep, preloadDetails, type Step, stepOf, stepViews } from './booking-steps.ts';
import type { StepHistory } from './step-history.ts';
import type { StepScene } from './step-scene.ts';
import type { UrlSync } from './url-sync.ts';

/**
 * Books a session with a coach: choose a day and a time, give details, book, see the confirmation.
 *
 * @slot - Shown until the script has loaded, and when nothing can be booked: a link to another way to book.
 * @slot coach - Replaces the coach card.
 * @slot booked - The coach's own words under the confirmation.
 * @fires cb-day-select - A day was chosen.
 * @fires cb-slot-select - A time was chosen.
 * @fires cb-step-change - The visitor went to another step.
 * @fires cb-before-book - About to be sent: `preventDefault()`, `waitUntil(promise)`, or set `visitorToken`.
 * @fires cb-booked - The server confirmed the booking.
 * @fires cb-paid - The server confirmed that the session is paid, and thereby booked.
 * @fires cb-slot-gone - The chosen time was taken by somebody else before the visitor booked it.
 * @fires cb-session-type-select - A session type was chosen.
 * @fires cb-booking-failed - The booking failed.
 * @fires cb-sign-in-needed - The page signs its visitors in itself, and this one is not signed in.
 * @csspart frame - The whole element; also the name of the step.
 * @csspart banner - A temporary message: no connection, or a link to a time that is no longer open.
 * @csspart who - The coach's region.
 * @csspart stage - The region of the steps.
 *
 * @example
 * ```html
 * <cb-booking api="https://api.example.com" coach="323e4567-e89b-12d3-a456-426614174000" duration="60">
 *   <a href="mailto:ana@example.com">Write to Ana to find a time</a>
 * </cb-booking>
 * ```
 */
export class CbBooking extends BookingElement {
  static override styles = [tokens, controls, developerStyles, bookingStyles];
  static readonly uses = { 'cb-availability-picker': CbAvailabilityPicker };

  /** True once the page has had time to set attributes. */
  @state() private settled = false;
  /** The chosen time, until the flow has it. */
  @state() private chosen: Slot | undefined;
  /** The slot of the details, also after Back; none once it is booked. */
  private chosenBefore: Slot | undefined;
  /** The signed link that opened the page: its booking is shown instead of times. */
  @state() private link = '';
  /** How the visitor came back from the checkout: see `payment/payment-return.ts`. */
  @state() private returned = '';
  /** The signed-in visitor wants to move or cancel: all their bookings are shown. */
  @state() private managing = false;
  @state() private failedStep: Step | undefined;
  @state() private typeSummary: ((scene: StepScene) => TemplateResult) | undefined;
  /** Says that the time of a link is no longer open, or that the chosen one was taken meanwhile. */
  @state() private gone = '';

  @query('cb-availability-picker') private readonly picker!: CbAvailabilityPicker | null;
  private readonly source = new BookingSource(this);
  private readonly connection = new OnReturn(this, () => void (this.failedStep && this.enter(this.failedStep)));
  private sync: UrlSync | undefined;
  private steps: StepHistory | undefined;
  private shown: Step = 'choose';

  constructor() {
    super();
    new Away(this, () => this.source.close());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.shown !== 'choose') this.enterHistory();
    this.link = claimBookingLink(this);
    this.returned = this.link && (pageParameters().get('cb-pay') ?? '');
    this.requestUpdate();
    needExtra('cb-coach-card');
    // Frameworks set attributes just after they insert an element, so check for missing ones later.
    setTimeout(() => {
      this.settled = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back at once; one that the page takes out, in a tab or a dialog, comes back later.
    setTimeout(() => {
      if (this.isConnected) return;
      this.sync?.dispose();
      this.sync = undefined;
      this.steps?.dispose();
      this.steps = undefined;
    });
  }

  /** The status of the booking flow. */
  get status(): FlowStatus | undefined {
    return this.context?.flow.state.status;
  }

  private get context(): BookingContext | undefined {
    return this.source.context;
  }

  private get texts() {
    return this.messages('booking', bookingEnglish);
  }

  protected override willUpdate(): void {
    const { api, coach, signIn, storage, duration, sessionType, timeZone, language, locale, name, email, notes } = this;
    this.source.update({
      ...{ api, coach, signIn, storage, duration, timeZone, language, locale },
      sessionType: sessionType || linkedType(coach),
      fetch: this.steady('fetch', this.fetch),
      getToken: this.steady('getToken', this.getToken),
      now: this.steady('now', this.now),
      draft: { ...addressDraft(), ...(name && { name }), ...(email && { email }), ...(notes && { notes }) },
      metadata: () => ({ ...addressMetadata(this.carry), ...this.metadata }),
    });
  }

  /** The booking that is held until it is paid. */
  private get held(): Booking | undefined {
    const flow = this.context?.flow.state;
    return flow?.status === 'booked' && flow.booking.hold_expires_at ? flow.booking : undefined;
  }

  private get step(): Step {
    if (this.returned) return 'pay';
    if (this.link || this.managing) return 'manage';
    if (this.chosen) return 'details';
    if (this.held) return 'pay';
    return this.source.needsType ? 'types' : stepOf(this.status);
  }

  protected override updated(): void {
    if (this.syncUrl !== null && this.context && !this.link) {
      // When the script does not load, the address is not changed, and booking still works.
      this.syncAddress(this.syncUrl || 'cb').catch(() => undefined);
    }
    const { step } = this;
    if (step === this.shown) return;
    this.shown = step;
    if (step === 'booked' || step === 'pay') this.chosenBefore = undefined;
    this.enterHistory();
    void this.enter(step);
  }

  private enterHistory(): void {
    if (this.syncUrl === null) this.keepStep().catch(() => undefined);
  }

  /** Without `sync-url`, only the steps are in the browser's history. */
  private async keepStep(): Promise<void> {
    const { StepHistory } = await import('./step-history.ts');
    if (!this.isConnected) return;
    // Not while hidden: in a closed dialog, the typed values stay until it opens again.
    this.steps ??= new StepHistory(
      this.coach,
      () => this.checkVisibility() && this.leave(),
      () => this.enterAgain(),
    );
    this.steps.show(this.step);
  }

  /** Goes back to the times from any step, except while a booking is being sent or after it was made. */
  private leave(): void {
    this.chosen = undefined;
    // From signing in to the details, from the details to the times.
    if (this.status === 'authenticating') this.context?.flow.send({ type: 'back' });
    if (this.status === 'details') this.renderRoot.querySelector('cb-booking-form')?.back();
    this.renderRoot.querySelector('cb-payment')?.leave();
  }

  /** Forward, after Back: to the details of the time that was chosen last. */
  private enterAgain(): void {
    if (this.status === 'choosing') this.chosen = this.chosenBefore;
  }

  private async syncAddress(prefix: string): Promise<void> {
    const { UrlSync } = await import('./url-sync.ts');
    if (!this.isConnected) return;
    this.sync ??= new UrlSync(this, prefix, {
      source: this.source,
      chooseTime: (slot) => {
        this.chosen = slot;
      },
      leave: () => this.leave(),
      language: () => this.language,
      tell: (text) => {
        this.gone = text;
      },
    });
    this.sync.follow();
  }

  private async enter(step: Step): Promise<void> {
    this.failedStep = undefined;
    // Scrolls the next step into view, because the times may have been far down the page.
    if (step === 'details' || step === 'booked') this.scrollIntoView({ block: 'nearest' });
    try {
      await loadStep(step, this.source);
    } catch {
      this.failedStep = step;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.failed')?.focus({ preventScroll: true });
      return;
    }
    const { flow } = this.context ?? {};
    if (this.chosen && flow) {
      flow.send({ type: 'choose-slot', slot: this.chosen });
      if (flow.state.status === 'choosing') await nextChange(flow);
      this.chosen = undefined;
    }
    this.requestUpdate();
    await this.updateComplete;
    const element = this.renderRoot.querySelector<CbElement>('.pane:not([inert]) > :first-child');
    await element?.updateComplete;
    // A booking opened by a link is part of the page's first view: leave the focus to the page.
    if (step !== this.step || this.link) return;
    element?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const problem = this.problem;
    if (problem) return html`${developerMessage(problem)}<slot></slot>`;
    const { step, texts } = this;
    const preload = () => preloadDetails(this.source);
    const banner = this.connection.offline ? texts.offline : this.gone || nothing;
    const coach = this.context?.coach.state;
    const name = (coach?.status === 'ready' && coach.coach.name) || '';
    return html`<div class="frame" part="frame ${step}" role="region" aria-label=${name ? texts.bookWith(name) : texts.bookSession}>
      <div class="notes">
        <p class="banner" part="banner" role="status">${banner}</p>
        ${this.renderKept(step)}
      </div>
      <div class="who" part="who"><slot name="coach">${this.renderCoach()}</slot>${this.renderType()}</div>
      <div class="stage" part="stage">
        <div class="pane" ?inert=${step !== 'choose'}>
          <cb-availability-picker
            .duration=${this.duration} .ownDay=${this.ownDay} .now=${this.now ?? Date.now}
            @cb-duration-change=${({ minutes }: DurationChangeEvent) => this.source.choose(minutes)}
            @cb-slot-select=${this.chooseSlot} @cb-day-select=${preload} @pointerenter=${preload}
            @cb-slot-gone=${this.tellGone}
          ><slot slot="fallback"></slot></cb-availability-picker>
        </div>
        ${step === 'choose' ? nothing : html`<div class="pane step">${this.renderStep(step)}</div>`}
      </div>
    </div>`;
  }

  /** Keeps the visitor's booking, and shows it when the page was loaded anew. */
  private renderKept(step: Step): TemplateResult | typeof nothing {
    const { api, coach, remember, language } = this;
    if (remember === 'no') return nothing;
    needExtra('cb-kept-booking');
    const flow = this.context?.flow.state;
    return html`<cb-kept-booking
      .api=${api} .coach=${coach} .remember=${remember} locale=${language} .choosing=${step === 'choose'}
      .booked=${step === 'booked' && flow?.status === 'booked' ? flow.booking : undefined} @cb-kept-booking=${this.answerKept}
    ></cb-kept-booking>`;
  }

  private answerKept({ act, link, said }: KeptBookingEvent): void {
    if (act === 'manage') {
      this.link = link;
      this.managing = !link;
    } else this.picker?.focus();
    this.gone = said;
    this.requestUpdate();
  }

  private get problem(): string {
    const { texts } = this;
    if (this.source.failure) return texts.unusable(this.source.failure);
    if (!this.settled || (this.api && this.coach)) return '';
    return this.api ? texts.missingCoach : texts.missingApi;
  }

  private renderCoach(): TemplateResult {
    const profile = this.context?.coach.state ?? { status: 'loading' };
    const coach = profile.status === 'ready' ? profile.coach : undefined;
    // A session type has its own length and price, shown elsewhere: the card's hourly price would confuse.
    const sells = coach?.has_session_types === true || this.source.sessionType !== '';
    return html`<cb-coach-card
      locale=${this.language} duration=${sells ? 0 : this.source.duration}
      ?loading=${profile.status === 'loading'} .coach=${coach && sells ? { ...coach, hourly_rate: null } : coach}
    ></cb-coach-card>`;
  }

  /** The data of the steps' views. */
  private get scene(): StepScene {
    const { source, language, texts, link, returned, held, toTimes, manage, step } = this;
    return { host: this, source, language, texts, link, returned, held, choosing: step === 'choose', toTimes, manage };
  }

  /** The session type that is booked, shown next to every step. */
  private renderType(): TemplateResult | typeof nothing {
    if (!this.source.sessionType || !this.context || this.link) return nothing;
    if (this.typeSummary) return this.typeSummary(this.scene);
    import('./type-views.ts').then(
      ({ typeSummary }) => {
        this.typeSummary = typeSummary;
      },
      () => undefined,
    );
    return nothing;
  }

  private renderStep(step: Exclude<Step, 'choose'>): TemplateResult {
    if (this.failedStep === step) return stepFailed(this.texts, () => void this.enter(step), this.toTimes);
    return stepViews[step]?.(this.scene) ?? stepLoading(this.texts);
  }

  private readonly toTimes = (): void => {
    const { link, context } = this;
    // When the script does not arrive, the address keeps the link, and a reload opens the booking again.
    if (link) import('./leave-link.ts').then(({ leaveLink }) => leaveLink(context?.signIn)).catch(() => undefined);
    this.chosen = undefined;
    this.link = '';
    this.returned = '';
    this.managing = false;
    this.context?.flow.send({ type: 'restart' });
  };

  private readonly manage = async (event: ManageEvent): Promise<void> => {
    // Listeners of the page run after this one, and may prevent the default.
    await undefined;
    this.managing = !event.defaultPrevented;
  };

  /** While the times are not shown, the banner shows the message in place of the picker. */
  private tellGone(event: SlotGoneEvent): void {
    if (this.step === 'choose') return;
    event.preventDefault();
    this.gone = event.message;
  }

  /** The step opens at once; its script follows when it is not loaded yet. */
  private chooseSlot({ slot }: SlotSelectEvent): void {
    this.gone = '';
    this.chosen = slot;
    this.chosenBefore = slot;
  }
}

const pageParameters = (): URLSearchParams => new URLSearchParams(globalThis.location?.search ?? '');

/** The session type that a link to the page chooses, `?cb-session-type=COACH/TYPE`; empty when it is another coach's. */
function linkedType(coach: string): string {
  const [whose, type = ''] = (pageParameters().get('cb-session-type') ?? '').split('/');
  return whose === coach ? type : '';
}

/** The values that the page's address prefills: `?cb-name=…&cb-email=…&cb-notes=…`. */
function addressDraft(): Partial<Draft> {
  const parameters = pageParameters();
  const [name, email, notes] = ['cb-name', 'cb-email', 'cb-notes'].map((key) => parameters.get(key));
  return {
    ...(name && { name }), // Forms write `+` for a blank, and no e-mail address has a blank.
    ...(email && { email: email.trim().replaceAll(' ', '+') }),
    ...(notes && { notes }),
  };
}

/** The parameters of the page's address to store with the booking: every `utm_…`, and those named (separated by spaces). */
function addressMetadata(named: string): Readonly<Record<string, string>> {
  const wanted = new Set(named.split(/[\s,]+/));
  return Object.fromEntries([...pageParameters()].filter(([key]) => key.startsWith('utm_') || wanted.has(key)));
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-booking': CbBooking;
  }
}
