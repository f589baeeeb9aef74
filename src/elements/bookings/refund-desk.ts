import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { bookingsEndpoints } from '../../contract/endpoints/bookings.ts';
import type { paymentEndpoints } from '../../contract/endpoints/payments.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { refundable } from '../../core/bookings/money-back.ts';
import { isOpen } from '../../core/bookings/selectors.ts';
import type { Calls } from '../../core/client/call.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import { readAmount, writeAmount } from '../../domain/money/read-amount.ts';
import { alertIcon } from '../base/booking-icons.ts';
import { submitAnyway, textField } from '../forms/form-field.ts';
import type { RefundsMessages } from '../i18n/refunds.ts';
import { refusalText } from '../words/refusal-text.ts';
import { isPassing } from './refusal.ts';

type RefundClient = Calls<typeof bookingsEndpoints & typeof paymentEndpoints>;

/** What refunds need of the list around them. */
interface RefundPlace {
  readonly list: () => BookingList | undefined;
  readonly client: () => RefundClient | undefined;
  readonly texts: () => RefundsMessages;
  readonly locale: () => string;
  /** Announces a change. */
  readonly tell: (text: string) => void;
  readonly focusOn: (selector: string) => void;
  /** Keeps a row in its place: giving back everything cancels the booking. */
  readonly keep: (id: string) => void;
}

/** A pending refund is read again after each of these waits, in milliseconds: about a minute in all. */
const LOOKS_MS = [1000, 2000, 4000, 8000, 16_000, 32_000];

/** A refund that is being written or sent. */
interface Wish {
  readonly id: string;
  /** False when a failed refund is tried again: that needs no form. */
  readonly asks: boolean;
  readonly text: string;
  readonly fault: string;
  readonly isSending: boolean;
  readonly problem?: BookingError;
}

/** Makes refunds for the coach's side, and reads pending ones again until they are done. */
export class RefundDesk implements ReactiveController {
  private wish: Wish | undefined;
  /** How often each pending refund was read again, by the booking's id. */
  private readonly looks = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly place: RefundPlace,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const pending = this.pending;
    if (this.timer !== undefined || pending.length === 0) return;
    const wait = LOOKS_MS[Math.min(...pending.map((id) => this.looks.get(id) ?? 0))];
    if (wait === undefined) return;
    this.timer = setTimeout(() => void this.look(pending), wait);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.looks.clear();
  }

  /** The question how much to give back, when it is open for this booking. */
  form(booking: Booking, person: string): TemplateResult | undefined {
    const { payment } = booking;
    const { wish } = this;
    if (wish?.id !== booking.id || !wish.asks || !payment) return undefined;
    const texts = this.place.texts();
    const most = this.money(refundable(booking), payment.currency);
    const field = `refund-${booking.id}`;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.send(booking);
    };
    return html`<form
      class="foot question refund" novalidate @submit=${submit}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.close(booking.id)}
    >
      <p>${texts.refundQuestion(person, most)}${isOpen(booking) ? ` ${texts.allCancels}` : ''}</p>
      ${textField({
        field,
        label: texts.amount(payment.currency),
        value: wish.text,
        help: texts.amountHelp,
        error: wish.fault || undefined,
        autocomplete: 'off',
        readonly: wish.isSending,
        change: (text) => this.set({ ...wish, text, fault: '' }),
      })}
      ${wish.problem ? html`<p class="error" role="alert">${alertIcon}<span>${this.words(wish.problem)}</span></p>` : nothing}
      <div class="buttons">
        <button class="primary" part="refund-now" aria-disabled=${wish.isSending} @click=${submitAnyway}>${wish.isSending ? texts.refunding : texts.refundNow}</button>
        <button type="button" class="secondary" @click=${() => this.close(booking.id)}>${texts.keep}</button>
      </div>
    </form>`;
  }

  /** A refund that failed, and the way to try it again; for the coach's side. */
  failure(booking: Booking): TemplateResult | undefined {
    const { payment } = booking;
    if (payment?.refund?.status !== 'failed') return undefined;
    const texts = this.place.texts();
    const { amount, problem } = payment.refund;
    const retry = () => void this.ask(payment.id, booking, amount);
    const { wish } = this;
    const isSending = wish?.id === booking.id && wish.isSending;
    return html`<div class="foot panel bad" part="refund-problem">
      ${alertIcon}
      <p>${wish?.id === booking.id && wish.problem ? this.words(wish.problem) : texts.failedBecause(this.money(amount, payment.currency), problem ?? '')}</p>
      <div class="buttons">
        <button type="button" class="secondary" data-act="refund-again" aria-disabled=${isSending} @click=${() => isSending || retry()}>${isSending ? texts.refunding : texts.tryAgain}</button>
      </div>
    </div>`;
  }

  /** Opens the question, with all that is left in its field. */
  open(booking: Booking): void {
    const { payment } = booking;
    if (!payment) return;
    const text = writeAmount(refundable(booking), payment.currency);
    this.set({ id: booking.id, asks: true, text, fault: '', isSending: false });
    this.place.focusOn('.refund input');
  }

  private close(id: string): void {
    this.set(undefined);
    this.place.focusOn(`[data-booking="${CSS.escape(id)}"] [data-act="refund"]`);
  }

  private async send(booking: Booking): Promise<void> {
    const { wish } = this;
    const { payment } = booking;
    if (!wish || wish.isSending || !payment) return;
    const amount = readAmount(wish.text, payment.currency);
    const most = refundable(booking);
    if (!amount || amount > most) {
      this.set({ ...wish, fault: this.place.texts().amountFault(this.money(most, payment.currency)) });
      this.place.focusOn('.refund input');
      return;
    }
    await this.ask(payment.id, booking, amount);
  }

  private async ask(paymentId: string, booking: Booking, amount: number): Promise<void> {
    const client = this.place.client();
    const list = this.place.list();
    if (!client || !list) return;
    const { id, payment } = booking;
    const { problem: _, ...kept } = this.wish?.id === id ? this.wish : { id, asks: false, text: '', fault: '' };
    this.set({ ...kept, isSending: true });
    try {
      await client.refundPayment({ params: { payment_id: paymentId }, body: { amount } });
      list.replace(await client.getBooking({ params: { booking_id: id } }));
      this.set(undefined);
      this.looks.delete(id);
      this.place.keep(id);
      this.place.tell(this.place.texts().started(this.money(amount, payment?.currency ?? '')));
      this.place.focusOn(`[data-booking="${CSS.escape(id)}"] h5`);
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.set({ ...kept, isSending: false, problem: error });
    }
  }

  /** The ids of bookings with a pending refund that is still to be read again. */
  private get pending(): readonly string[] {
    const { list } = this.place;
    return (list()?.state.bookings ?? [])
      .filter(({ id, payment }) => payment?.refund?.status === 'pending' && (this.looks.get(id) ?? 0) < LOOKS_MS.length)
      .map(({ id }) => id);
  }

  private async look(ids: readonly string[]): Promise<void> {
    const client = this.place.client();
    const list = this.place.list();
    await Promise.all(
      ids.map(async (id) => {
        this.looks.set(id, (this.looks.get(id) ?? 0) + 1);
        // Ignored: the next look asks again, and the list itself shows a lost connection.
        const booking = await client?.getBooking({ params: { booking_id: id } }).catch(() => undefined);
        if (booking && list === this.place.list()) list?.replace(booking);
      }),
    );
    this.timer = undefined;
    if (this.host.isConnected) this.host.requestUpdate();
  }

  private set(wish: Wish | undefined): void {
    this.wish = wish;
    this.host.requestUpdate();
  }

  private money(amount: number, currency: string): string {
    return formatPrice(amount, currency, this.place.locale());
  }

  private words(error: BookingError): string {
    const texts = this.place.texts();
    return isPassing(error.kind) ? texts.unreachable : texts.refused(refusalText(error, this.place.locale()));
  }
}
