import { MAX_SESSION_TYPES } from '../../contract/session-type.ts';
import { typesFromLengths } from '../../domain/booking/types-from-lengths.ts';
import { formatPrice } from '../../domain/money/format-price.ts';
import type { CoachRecord, Store } from '../ports.ts';
import { keptType } from '../session-types/offered-types.ts';
import { readArguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import { openStore, readPlace } from './open-store.ts';
import { UsageError } from './usage-error.ts';

const HELP = `culturebridge-booking session-types: makes session types of the lengths that coaches offer

  --data <place>      the server's file or database            (BOOKING_DATA, else DATABASE_URL)
  --coach <id>        one coach alone; left out: all coaches
  --dry-run           only print them

A length gets the price that it has in the schedule, else that of the hourly rate; the coach goes on confirming each booking.
Where the server takes payments, one with a price is paid before it is booked. Lengths that have a type already are left out.
`;

/** Makes session types of lengths, for one coach or all, and prints them. Throws `UsageError`. */
export async function runSessionTypes(args: readonly string[], env: Environment): Promise<void> {
  const values = readArguments(args, {
    options: {
      data: { type: 'string' },
      coach: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
  if (values.help) return console.log(HELP);
  const place = readPlace(values.data, env, 'Name the file or database');
  process.umask(0o077);
  const store = await openStore(place, env);
  try {
    let made = 0;
    for (const coach of await coachesOf(store, values.coach)) made += await convert(store, coach, values['dry-run']);
    console.log(values['dry-run'] ? `${made} to make: nothing was changed` : `${made} made`);
  } finally {
    await store.close();
  }
}

async function coachesOf({ coaches }: Pick<Store, 'coaches'>, id: string | undefined): Promise<readonly CoachRecord[]> {
  if (id === undefined) return coaches.list();
  const coach = await coaches.find(id);
  if (!coach) throw new UsageError(`--coach ${id}: there is no such coach`);
  return [coach];
}

/** Makes the types of one coach; gives their number. */
async function convert(store: Store, { profile, schedule }: CoachRecord, isDryRun = false): Promise<number> {
  const { user_id: coachId, name } = profile;
  const locale = (await store.accounts.find(coachId))?.locale ?? 'en';
  const length = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return store.transaction(async ({ sessionTypes }) => {
    const known = await sessionTypes.ofCoach(coachId);
    const offer = { ...profile, durations: schedule.durations, is_active: true };
    const bodies = typesFromLengths(offer, known, (minutes) => length.format(minutes));
    const fitting = bodies.slice(0, Math.max(0, MAX_SESSION_TYPES - known.length));
    const last = Math.max(0, ...known.map(({ position = 0 }) => position));
    for (const [index, body] of fitting.entries()) {
      const price = body.price ? formatPrice(body.price.amount, body.price.currency, locale) : '';
      console.log([coachId, name ?? '', body.name, price].filter(Boolean).join('  '));
      const position = Math.min(1000, last + 1 + index);
      if (!isDryRun) await sessionTypes.save(keptType(crypto.randomUUID(), coachId, { ...body, position }));
    }
    return fitting.length;
  });
}
