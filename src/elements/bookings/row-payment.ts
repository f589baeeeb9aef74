import type { Booking } from '../../contract/booking.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { moneyBack } from '../../core/bookings/money-back.ts';
import { isHeld } from '../../core/bookings/selectors.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import type { RefundsMessages } from '../i18n/refunds.ts';
import { type Reading, timeInWords } from '../words/session-time.ts';

/** A booking whose money is put into words, for one side. */
interface PaidBooking {
  readonly booking: Booking;
  readonly as: 'client' | 'coach';
  /** The other person's name, or empty. */
  readonly person: string;
  readonly reading: Reading;
  /** Epoch ms. */
  readonly now: number;
}

/** What was paid and what went back: "€90 paid · €45 refunded on Friday 14 November"; empty where nothing is paid online. */
export function paymentWords({ booking, as, reading, now }: PaidBooking, texts: RefundsMessages): string {
  const { payment, hold_expires_at: held } = booking;
  if (held && isHeld(booking)) {
    return mayBePaid(booking, now) ? texts.held(timeInWords(held, held, reading).time) : texts.heldNoMore;
  }
  if (payment?.status !== 'succeeded' && payment?.status !== 'refunded') return '';
  const money = (amount: number) => formatPrice(amount, payment.currency, reading.locale);
  const { refund, refunded } = payment;
  const day = refund ? timeInWords(refund.at, refund.at, reading).shortDay : '';
  return [
    texts.paid(money(payment.amount)),
    refund && refunded > 0 && texts.refunded(money(refunded), day),
    refund?.status === 'pending' && texts.onItsWay(money(refund.amount)),
    refund?.status === 'failed' && as === 'client' && texts.failed(money(refund.amount)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Held and unpaid, and the hold has not ended at `now` (epoch ms). */
function mayBePaid(booking: Booking, now: number): boolean {
  return isHeld(booking) && (readInstant(booking.hold_expires_at ?? '') ?? 0) > now;
}

/** The status of a booking that is held until it is paid; empty once the hold has ended: the words about the payment then say so. */
export function heldWords({ booking, now }: Pick<PaidBooking, 'booking' | 'now'>, texts: RefundsMessages): string {
  return mayBePaid(booking, now) ? texts.waiting : '';
}

/** The name of the button by which a client pays: "Pay €90"; empty where nothing is to be paid. */
export function payWords({ booking, as, reading, now }: PaidBooking, texts: RefundsMessages): string {
  const price = booking.payment ?? booking.price;
  if (as !== 'client' || !price?.amount || !mayBePaid(booking, now)) return '';
  return texts.pay(formatPrice(price.amount, price.currency, reading.locale));
}

/** What goes back when this side cancels now, and when; empty where nothing is paid online. */
export function cancelWords({ booking, as, person, reading, now }: PaidBooking, texts: RefundsMessages): string {
  if (isHeld(booking)) return texts.notPaid;
  const back = moneyBack(booking, as, now);
  if (!back) return '';
  const money = (amount: number) => formatPrice(amount, back.currency, reading.locale);
  const moment = (at: number | undefined) => {
    const { shortDay, time } = timeInWords(writeInstant(at ?? now), writeInstant(at ?? now), reading);
    return dayAndTime(shortDay, time, reading.locale);
  };
  if (as === 'coach') return texts.clientGets(person, money(back.amount));
  if (back.amount === 0) return texts.nothingBack(money(back.paid), moment(back.last));
  const words =
    back.amount === back.paid
      ? texts.allBack(money(back.amount))
      : texts.partBack(money(back.amount), money(back.paid));
  return back.until === undefined ? words : `${words} ${texts.lessAfter(moment(back.until))}`;
}

/** What clients get back when the coach's side cancels several bookings; empty where nothing was paid online. */
export function cancelSeveralWords(
  bookings: readonly Booking[],
  { locale }: Reading,
  now: number,
  texts: RefundsMessages,
): string {
  const sums = new Map<string, number>();
  for (const booking of bookings) {
    const back = moneyBack(booking, 'coach', now);
    if (back) sums.set(back.currency, (sums.get(back.currency) ?? 0) + back.amount);
  }
  if (sums.size === 0) return '';
  const amounts = [...sums].map(([currency, amount]) => formatPrice(amount, currency, locale));
  return texts.clientsGet(new Intl.ListFormat(locale).format(amounts));
}
