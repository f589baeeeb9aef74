import type { Booking } from '../../contract/booking.ts';
import { writeInstant } from '../../contract/values.ts';
import { isSlotOnly } from '../../domain/booking/hold.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { LinkClaims } from '../auth/tokens.ts';
import type { Caller, Services } from '../http/handler.ts';
import type { ShopStore } from '../payments/shop-store.ts';
import { writeBookingPayment } from '../payments/write-payment.ts';
import type { Account, BookingRecord, Store } from '../ports.ts';

/** A booking as in the contract's basic shape, followed by the extension fields that have a value. */
export function writeBooking(booking: BookingRecord): Booking {
  return {
    id: booking.id,
    client_id: booking.clientId,
    coach_id: booking.coachId,
    session_datetime: writeInstant(booking.start),
    duration_minutes: Math.round((booking.end - booking.start) / MINUTE_MS),
    status: booking.status,
    payment_id: booking.paymentId,
    meeting_link: booking.meetingLink,
    notes: booking.notes,
    created_at: writeInstant(booking.createdAt),
    updated_at: writeInstant(booking.updatedAt),
    ...(booking.answers && { answers: booking.answers }),
    ...(booking.metadata && { metadata: booking.metadata }),
    ...(booking.attendeeEmails && { attendee_emails: [...booking.attendeeEmails] }),
    ...(booking.consent && { consent: { ...booking.consent, at: writeInstant(booking.consent.at) } }),
    ...(booking.erasedAt !== undefined && { erased_at: writeInstant(booking.erasedAt) }),
    ...(booking.moveReason !== undefined && { move_reason: booking.moveReason }),
    ...(booking.cancellationReason !== undefined && { cancellation_reason: booking.cancellationReason }),
    ...(booking.price && { price: booking.price }),
    ...(booking.sequence > 0 && { sequence: booking.sequence }),
    ...(booking.sessionType && { session_type: writeBought(booking.sessionType) }),
    ...(booking.hold && booking.status === 'pending' && { hold_expires_at: writeInstant(booking.hold.until) }),
  };
}

/** The claims of a link that opens this booking; links with an earlier serial no longer open it. */
export function linkClaims({ id, clientId, linkSerial = 0 }: BookingRecord): LinkClaims {
  return { userId: clientId, bookingId: id, serial: linkSerial };
}

/** Writes bookings with the other side's name: clients read the coach's name, coaches the client's name and e-mail, admins both. */
export async function writeWithPeople(
  { store, shop }: Pick<Services, 'store' | 'shop'>,
  caller: Caller,
  bookings: readonly BookingRecord[],
): Promise<Booking[]> {
  const { role } = caller.account;
  const coaches = new Map<string, Promise<Pick<Booking, 'coach'>>>();
  const clients = new Map<string, Promise<Pick<Booking, 'client'>>>();

  const coachOf = async (id: string): Promise<Pick<Booking, 'coach'>> => {
    const name = (await store.coaches.find(id))?.profile.name;
    return name ? { coach: { name } } : {};
  };
  const clientOf = async (id: string): Promise<Pick<Booking, 'client'>> => {
    const client = await store.accounts.find(id);
    return client ? { client: { name: client.name, email: client.email } } : {};
  };

  const paid = await paymentsOf(shop, bookings, role === 'client' ? 'client' : 'coach-side');
  const undelivered = role === 'client' ? new Set<string>() : await undeliveredOf(store, bookings);
  return Promise.all(
    bookings.map(async (booking) => ({
      ...writeBooking(booking),
      ...paid(booking),
      ...(undelivered.has(booking.id) && { undelivered: true }),
      ...(role !== 'coach' && (await once(coaches, booking.coachId, coachOf))),
      ...(role !== 'client' && booking.erasedAt === undefined && (await once(clients, booking.clientId, clientOf))),
    })),
  );
}

/** The bookings whose last mail to the client was refused, came back, or failed at every attempt. */
async function undeliveredOf(
  { messages }: Pick<Store, 'messages'>,
  bookings: readonly BookingRecord[],
): Promise<ReadonlySet<string>> {
  const clients = new Map(bookings.map(({ id, clientId }) => [id, clientId]));
  const last = new Map<string, string>();
  for (const { bookingId, userId, state } of await messages.ofBookings([...clients.keys()])) {
    if (bookingId !== null && clients.get(bookingId) === userId) last.set(bookingId, state);
  }
  return new Set([...last].filter(([, state]) => state === 'refused').map(([id]) => id));
}

/** The mail about a change of a booking has a record within this time. */
const MAIL_ON_ITS_WAY_MS = MINUTE_MS;

/** The client's address, unless the last mail about the booking was refused; without any mail so far, only just after a change. */
export async function mailedTo(
  { store, mail, clock }: Pick<Services, 'store' | 'mail' | 'clock'>,
  client: Account,
  booking: BookingRecord,
): Promise<Pick<Booking, 'mailed_to'>> {
  if (!mail || isSlotOnly(booking) || booking.erasedAt !== undefined) return {};
  const mails = (await store.messages.ofBookings([booking.id])).filter(({ userId }) => userId === client.id);
  const last = mails.at(-1)?.state;
  const isTold = last === undefined ? clock.now() - booking.updatedAt < MAIL_ON_ITS_WAY_MS : last !== 'refused';
  return isTold ? { mailed_to: client.email } : {};
}

/**
 * Names and e-mail addresses of both sides, for a caller who may see the booking. Guests do not read the coach's address, because
 * their own is not verified.
 */
export async function peopleOf(
  { store }: Pick<Services, 'store'>,
  { account }: Pick<Caller, 'account'>,
  { clientId, coachId, erasedAt }: BookingRecord,
): Promise<Pick<Booking, 'client_name' | 'client_email' | 'coach_name' | 'coach_email'>> {
  const [client, coach, coachAccount] = await Promise.all([
    store.accounts.find(clientId),
    store.coaches.find(coachId),
    store.accounts.find(coachId),
  ]);
  return {
    ...(client &&
      (erasedAt === undefined || account.role === 'client') && {
        client_name: client.name,
        client_email: client.email,
      }),
    ...(coach && { coach_name: coach.profile.name ?? null }),
    ...(coachAccount && !account.isGuest && { coach_email: coachAccount.email }),
  };
}

/** The payments of bookings, read in one query for all of them. */
export async function paymentsOf(
  shop: Pick<ShopStore, 'payments'>,
  bookings: readonly BookingRecord[],
  reader: 'client' | 'coach-side',
): Promise<(booking: BookingRecord) => Pick<Booking, 'payment'>> {
  const ids = bookings.filter(({ paymentId }) => paymentId !== null).map(({ id }) => id);
  const payments = ids.length === 0 ? [] : await shop.payments.ofBookings(ids);
  const byBooking = new Map(payments.map((payment) => [payment.bookingId, payment]));
  return ({ id }) => {
    const payment = byBooking.get(id);
    return payment ? { payment: writeBookingPayment(payment, reader) } : {};
  };
}

function writeBought({ confirmation: _, ...bought }: NonNullable<BookingRecord['sessionType']>) {
  return bought;
}

function once<T>(known: Map<string, Promise<T>>, id: string, find: (id: string) => Promise<T>): Promise<T> {
  const found = known.get(id) ?? find(id);
  known.set(id, found);
  return found;
}
