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
  /** Keeps a row in the view on show, whatever became of its booking. */
  readonly keep: (id: string) => void;
}

/** Pays for a held booking in the place of the list, and shows the result when the visitor comes back from the checkout. */
export class PayDesk implements ReactiveController {
  /** The booking that is paid: how the visitor came, and its id, as `cb-pay` has it in the page's address. */
  private paying = '';
  /** The signed link in the page's address, where this element may open it. */
  private link = '';

  constructor(
    private readonly host: LitElement,
    private readonly place: PayPlace,
  ) {
    host.addController(this);
    // A hold may end while the list is on show.
    new EveryMinute(host, () => this.bookings.some(isHeld) && host.requestUpdate());
  }

  /** Comes back from the checkout, unless another element of the page has taken the booking of the address. */
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

  /** Another list was opened by somebody else. */
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

  /** Back to the list, where the booking is as the server has it by now. */
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
