import { createMockServer, type MockServer } from '../../../../src/mock/index.ts';
import type { BookingRecord } from '../../../../src/server/ports.ts';
import { findAll } from '../../booking/booking-scene.ts';
import { api, type Language, Walk } from '../walk.ts';

export const clock = '2025-11-05T10:30:00Z';

/** Opens the bookings of whoever has this address. */
export async function openAs(
  email: string,
  language: Language,
  { mock = createMockServer({ clock }), set = {} }: { mock?: MockServer; set?: Readonly<Record<string, unknown>> } = {},
): Promise<Walk> {
  const walk = new Walk(language, mock);
  await walk.signIn(email);
  await walk.open('cb-bookings', set);
  await walk.seen('nav button');
  await walk.gone('.skeleton');
  return walk;
}

/** Looks at each view. */
export async function lookAtViews(walk: Walk, state: string): Promise<void> {
  for (const index of findAll(walk.root, 'nav button').keys()) {
    await chooseView(walk, index);
    walk.look(`${state}, view ${index + 1}`);
  }
}

/** Chooses a view by its place in the row of views. */
export async function chooseView(walk: Walk, index: number): Promise<void> {
  findAll(walk.root, 'nav button')[index]?.click();
  await walk.gone('.skeleton');
  await walk.drawn();
}

/** A server whose bookings with Ana are changed by `change` before anybody looks at them. */
export async function serverWith(change: (booking: BookingRecord) => Partial<BookingRecord>): Promise<MockServer> {
  const mock = createMockServer({ clock });
  // The seed is sown with the first request.
  await mock.fetch(new Request(`${api}/health`));
  const { bookings } = await mock.store.bookings.list({ coachId: mock.seed.coaches.ana }, { skip: 0, limit: 100 });
  for (const booking of bookings) await changeBooking(mock, booking, change(booking));
  return mock;
}

/** Changes a booking as somebody else would. */
export async function changeBooking(
  { store }: MockServer,
  { id }: { readonly id: string },
  change: Partial<BookingRecord>,
) {
  const booking = await store.bookings.find(id);
  if (!booking) throw new Error(`there is no booking ${id}`);
  await store.bookings.save({ ...booking, ...change, version: booking.version + 1 }, { basedOn: booking.version });
}

/** The id of the first booking on show. */
export const firstBooking = (walk: Walk): string => findAll(walk.root, '[data-booking]')[0]?.dataset.booking ?? '';
