import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { BookingList } from '../../core/bookings/list.ts';
import { isHeld } from '../../core/bookings/selectors.ts';
import { isBookingError } from '../../core/errors.ts';
import { backIcon } from '../base/booking-icons.ts';
import { claimBookingLink } from '../context/booking-link.ts';
import { EveryMinute } from '../controllers/every-minute.ts';
import { readReturn, removeFromAddress, returnParameter } from '../payment/payment-return.ts';
import type { ListConnection } from './connection.ts';

/** What paying needs of the list around it. */
interface PayPlace {
  readonly connection: () => ListConnection;
  readonly locale: () => string;
  readonly timeZone: () => string;
  /** Clock, epoch ms. */
  readonly now: () => number;
  readonly backWords: () => string;
  /** Announces that a booking has changed. */
  readonly changed: () => void;
  readonly focusOn: (selector: string) => void;
  /** Keeps a row in the view although the status of its booking has changed. */
  readonly keep: (id: string) => void;
}

/** Pays for a held booking in the place of the list, and shows the result when the visitor comes back from the checkout. */
export class PayDesk implements ReactiveController {
  /** The payment shown, as in the page's `cb-pay` parameter: how the visitor came, and the booking's id (`due:<id>`); empty for none. */
  private paying = '';
  /** The signed link in the page's address when this element may open it; else empty. */
  private link = '';

  constructor(
    private readonly host: LitElement,
    private readonly place: PayPlace,
  ) {
    host.addController(this);
    // A hold may end while the list is on show.
    new EveryMinute(host, () => this.bookings.some(isHeld) && host.requestUpdate());
  }

  /** Shows the payment after the checkout, unless another element of the page opens the link in the address. */
  hostConnected(): void {
    const { hasLink, how } = returnParameter();
    this.link = hasLink ? claimBookingLink(this.host) : '';
    if (how && (!hasLink || this.link)) this.paying = how;
  }

  get isOpen(): boolean {
    return this.paying !== '';
  }

  open({ id }: Booking): void {
    this.set(`due:${id}`);
    this.place.focusOn('cb-payment');
  }

  /** Call after another list was opened: closes a payment that is `due`; the result of a checkout stays. */
  reset(): void {
    if (readReturn(this.paying).how === 'due') this.set('');
  }

  view(list: BookingList): TemplateResult {
    const { place } = this;
    return html`<div class="paying">
      <button type="button" class="plain back" @click=${() => this.close(list)}>${backIcon}${place.backWords()}</button>
      <cb-payment
        no-other-time .client=${place.connection().client} .link=${this.link} .how=${this.paying} .now=${place.now}
        .timeZone=${place.timeZone()} .locale=${place.locale()}
        @cb-paid=${place.changed}
        @cb-manage=${(event: Event) => {
          event.preventDefault();
          this.close(list);
        }}
      ></cb-payment>
    </div>`;
  }

  private get bookings(): readonly Booking[] {
    return this.place.connection().list?.state.bookings ?? [];
  }

  /** Returns to the list, and reads the booking again. */
  private async close(list: BookingList): Promise<void> {
    const id = readReturn(this.paying).bookingId || (list.state.bookings[0]?.id ?? '');
    const { place } = this;
    const { client, single } = place.connection();
    removeFromAddress({ keepLink: single });
    this.set('');
    place.keep(id);
    place.focusOn(`[data-booking="${CSS.escape(id)}"] h5`);
    try {
      const booking = await client?.getBooking({ params: { booking_id: id } });
      if (booking) list.replace(booking);
    } catch (error) {
      // The row stays as it was read last; the list itself shows a lost connection.
      if (!isBookingError(error)) throw error;
    }
  }

  private set(paying: string): void {
    this.paying = paying;
    this.host.requestUpdate();
  }
}
