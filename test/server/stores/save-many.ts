import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { booking } from './store-booking.ts';

// A process of its own: tries to book the same forty hours as its siblings, and prints how many it got.
const [path = '', name = ''] = process.argv.slice(2);
const store = openSqliteStore(path);
let saved = 0;
for (let hour = 0; hour < 40; hour += 1) {
  const outcome = await store.bookings.save(booking(`${name}-${hour}`, hour), { fits: () => true });
  if (outcome.kind === 'saved') saved += 1;
}
store.close();
console.log(saved);
