import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Booking } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import type { BookingError } from '../../core/errors.ts';
import { comma, dayAndTime } from '../../domain/language/listed.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import { formatTime } from '../../domain/time/format.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { CbElement } from '../base/element.ts';
import { bookingContext } from '../context/context.ts';
import { createPreferences } from '../context/preferences.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { EverySecond } from '../controllers/every-second.ts';
import { OnReturn } from '../controllers/on-return.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { paymentEnglish } from '../i18n/payment.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { endOf, type Reading, timeInWords } from '../words/session-time.ts';
import { paymentStyles } from './payment.styles.ts';
import { ChooseAgainEvent, PaidEvent } from './payment-events.ts';
import { type PaymentJourney, type PaymentState, startPayment } from './payment-journey.ts';
import { keepInAddress, readReturn, removeFromAddress } from './payment-return.ts';
import { refundWords } from './refund-words.ts';

/** The minutes left at which screen readers are told. */
const SPOKEN_MINUTES = [5, 1];

/**
 * The payment of a booking: the price, the time left, the button to the checkout, and the result.
 *
 * @slot - The coach's own words under the confirmation.
 * @fires cb-paid - The server confirmed the payment.
 * @fires cb-choose-again - The visitor wants another time.
 * @csspart title - The heading of the present state.
 * @csspart amount - The total.
 * @csspart hold - How long the slot is held.
 * @csspart actions - The buttons.
 */
export class CbPayment extends CbElement {
  static override styles = [tokens, controls, paymentStyles];

  /** The booking to pay; read by its link when left out. */
  @property({ attribute: false }) booking: Booking | undefined;
  /** The signed link that opens the booking. */
  @property() link = '';
  /** How the visitor came: the `cb-pay` parameter of the page's address. */
  @property() how = '';
  /** Leaves out the way to other times, where there are none to choose from. */
  @property({ type: Boolean, attribute: 'no-other-time' }) noOtherTime = false;
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** The announcement about the hold. */
  @state() private spoken = '';

  private readonly inherited = new ContextConsumer(this, { context: bookingContext, subscribe: true });
  private journey: PaymentJourney | undefined;
  private key: readonly unknown[] = [];
  private told: PaymentState['status'] | undefined;
  /** True when `focus()` was called before there was a heading. */
  private isFocusDue = false;

  constructor() {
    super();
    new Subscriptions(this, () => [this.journey, this.inherited.value?.preferences]);
    new EverySecond(this, () => this.journey?.state.status === 'due');
    new OnReturn(this, () => this.journey?.look());
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('h3');
    this.isFocusDue = !heading;
    heading?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.journey?.dispose();
    this.journey = undefined;
    this.key = [];
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'selling', 'refusals'];
  }

  private get texts() {
    return this.messages('payment', paymentEnglish);
  }

  protected override get localeGiven(): string {
    return this.locale || (this.inherited.value?.locale ?? '');
  }

  private get reading(): Reading {
    const inherited = this.inherited.value;
    const preferences = inherited?.preferences ?? createPreferences(this.locale, this.timeZone);
    const { timeZone, hour12 } = preferences.state;
    const locale = this.locale || inherited?.locale || this.language;
    return { locale, timeZone: this.timeZone || timeZone, hour12 };
  }

  protected override willUpdate(): void {
    const client = this.client ?? this.inherited.value?.client;
    const key = [client, this.booking?.id, this.link, this.how];
    if (client && !key.every((part, index) => part === this.key[index])) {
      this.key = key;
      this.journey?.dispose();
      const { booking, link, how } = this;
      this.journey = startPayment({ client, booking, link, ...readReturn(how), now: () => this.now() });
    }
    this.speak();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const current = this.journey?.state;
    if (!current || current.status === this.told) return;
    const before = this.told;
    this.told = current.status;
    if (current.status === 'paid') this.dispatchEvent(new PaidEvent(current.booking));
    if (current.status === 'due' && !this.how && current.booking.link) {
      keepInAddress(current.booking.link, current.booking.id);
    }
    if (this.isFocusDue || (before !== undefined && before !== 'loading')) this.focus({ preventScroll: true });
    else if (this.how && current.status !== 'loading') this.arrive();
  }

  /** Scrolls to the widget: the browser shows the top of the page after the checkout, and the widget may be out of sight. */
  private arrive(): void {
    if (document.activeElement !== document.body) return;
    const around = this.getRootNode();
    (around instanceof ShadowRoot ? around.host : this).scrollIntoView({ block: 'start' });
  }

  private get leftMs(): number {
    const current = this.journey?.state;
    const until = current?.status === 'due' ? readInstant(current.booking.hold_expires_at ?? '') : undefined;
    return until === undefined ? Number.POSITIVE_INFINITY : until - this.now();
  }

  /** Announces the time left at five minutes and at one minute. */
  private speak(): void {
    const left = this.leftMs;
    if (left <= 0) {
      this.journey?.look();
      return;
    }
    const minutes = SPOKEN_MINUTES.findLast((limit) => left <= limit * MINUTE_MS);
    this.spoken = minutes === undefined ? '' : this.texts.minutesLeft(minutes);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const current: PaymentState = this.journey?.state ?? { status: 'loading' };
    switch (current.status) {
      case 'loading':
        return html`<p role="status" class="quiet">${texts.loading}</p>`;
      case 'unknown':
        return html`${this.heading(texts.unknown)}<p>${texts.unknownHelp}</p>${this.again(texts.tryAgain, () => this.journey?.look())}`;
      case 'due':
        return this.renderDue(current);
      case 'processing':
        return html`${this.heading(current.isLate ? texts.later : texts.processing)}
          <p role="status">${current.isLate ? texts.laterHelp : texts.processingHelp}</p>
          ${current.isLate ? this.again(texts.lookAgain, () => this.journey?.look()) : html`<div class="bar" aria-hidden="true"></div>`}`;
      case 'expired':
        return html`${this.heading(texts.expired)}<p>${texts.expiredHelp}</p>${this.otherTimes()}`;
      case 'cancelled':
      case 'returned':
        return html`${this.heading(texts[current.status])}
          ${this.renderRefund(current.booking)}
          ${this.otherTimes()}`;
      case 'paid':
        return this.renderPaid(current.booking);
    }
  }

  private heading(words: string): TemplateResult {
    return html`<h3 tabindex="-1" part="title">${words}</h3>`;
  }

  private again(words: string, act: () => void): TemplateResult {
    return html`<div class="actions" part="actions"><button type="button" class="primary" @click=${act}>${words}</button></div>`;
  }

  private otherTimes(): TemplateResult | typeof nothing {
    return this.noOtherTime ? nothing : this.again(this.texts.chooseAgain, () => this.back());
  }

  private amountOf({ payment, price }: Booking): string {
    const of = payment ?? price;
    return of ? formatPrice(of.amount, of.currency, this.reading.locale) : '';
  }

  private renderDue(current: Extract<PaymentState, { status: 'due' }>): TemplateResult {
    const { texts, reading } = this;
    const { booking, isBack, isOpening, problem } = current;
    const amount = this.amountOf(booking);
    const words = timeInWords(
      booking.session_datetime,
      endOf(booking.session_datetime, booking.duration_minutes),
      reading,
    );
    const note = booking.session_type?.tax_note;
    const rules = refundWords(booking, reading, this.now(), texts);
    return html`${this.heading(isBack ? texts.notPaid : texts.title)}
      ${isBack ? html`<p class="note">${texts.stillHeld}</p>` : nothing}
      <dl>
        <div>
          <dt>${texts.when}</dt>
          <dd>${booking.session_type ? html`<strong>${booking.session_type.name}</strong><br>` : nothing}${dayAndTime(words.day, words.times, reading.locale)} <span class="quiet">${words.city}${comma(reading.locale)}${words.offset}</span></dd>
        </div>
        <div>
          <dt>${texts.total}</dt>
          <dd><span class="amount" part="amount">${amount}</span> ${note ? html`<span class="quiet">${note}</span>` : nothing}</dd>
        </div>
      </dl>
      ${rules ? html`<p class="quiet">${rules}</p>` : nothing}
      ${this.renderHold(booking)}
      ${problem ? html`<p class="problem" role="alert">${this.explain(problem)}</p>` : nothing}
      <div class="actions" part="actions">
        <button type="button" class="primary" aria-disabled=${isOpening} @click=${() => this.journey?.pay()}>
          ${isOpening ? texts.opening : texts.pay(amount)}
        </button>
        ${this.noOtherTime ? nothing : html`<button type="button" class="secondary" @click=${() => this.back()}>${texts.otherTime}</button>`}
      </div>`;
  }

  private renderRefund({ payment }: Booking): TemplateResult | typeof nothing {
    const { refund } = payment ?? {};
    if (!payment || !refund) return nothing;
    const amount = formatPrice(refund.amount, payment.currency, this.reading.locale);
    return html`<p>${this.texts.returnedHelp(amount)}</p>`;
  }

  private renderHold({ hold_expires_at: until }: Booking): TemplateResult | typeof nothing {
    const at = readInstant(until ?? '');
    if (at === undefined) return nothing;
    const { texts, leftMs } = this;
    const seconds = Math.max(0, Math.ceil(leftMs / 1000));
    const digits = (count: number, least: number) =>
      count.toLocaleString(this.language, { minimumIntegerDigits: least });
    const clock = `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
    // A countdown must not be read aloud every second.
    return html`<div class="hold" part="hold">
        <span>${texts.heldUntil(formatTime(at, this.reading))}</span>
        <span aria-hidden="true">${texts.left(clock)}</span>
        ${
          leftMs < 5 * MINUTE_MS
            ? html`<button type="button" class="plain" @click=${() => this.journey?.holdLonger()}>${texts.holdLonger}</button>`
            : nothing
        }
      </div>
      <p class="visually-hidden" role="status">${this.spoken}</p>`;
  }

  private explain(error: BookingError): string {
    const { kind, code } = error;
    if (kind === 'offline' || kind === 'timeout') return this.texts.offline;
    if (code === 'payments_not_configured') return this.texts.notConfigured;
    return code === 'hold_not_renewable' ? refusalText(error, this.language) : this.texts.failed;
  }

  private renderPaid(booking: Booking): TemplateResult {
    const amount = this.amountOf(booking);
    return html`${amount ? html`<p class="note" role="status">${this.texts.paid(amount)}</p>` : nothing}
      <cb-booking-confirmation .booking=${booking} time-zone=${this.timeZone || nothing} locale=${this.reading.locale}>
        <slot></slot>
      </cb-booking-confirmation>`;
  }

  /** The browser went back: the slot is released, unless it is paid or about to be. */
  leave(): void {
    const { status } = this.journey?.state ?? {};
    if (status === 'due' || status === 'expired') void this.back();
  }

  /** Releases the held slot and goes back to the times. */
  async back(): Promise<void> {
    const { journey } = this;
    const booking = journey && 'booking' in journey.state ? journey.state.booking : undefined;
    await journey?.release();
    removeFromAddress();
    this.dispatchEvent(new ChooseAgainEvent(booking));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-payment': CbPayment;
  }
}
