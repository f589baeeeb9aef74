import * as z from 'zod/mini';
import { password, personName } from '../../contract/auth.ts';
import { email, timeZone } from '../../contract/values.ts';
import { emptySchedule } from '../../domain/availability/schedule.ts';
import { passwordFault } from '../auth/common-passwords.ts';
import { createPasswords } from '../auth/passwords.ts';
import { readPart } from '../http/validation.ts';
import type { Store } from '../ports.ts';
import { UsageError } from './usage-error.ts';

/** The account to add; checked here. */
interface NewAccount {
  readonly role: 'coach' | 'admin';
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly timeZone: string | undefined;
  readonly password: string | undefined;
}

const wanted = z.object({ email, name: personName, 'time-zone': timeZone, password });

/** Adds a coach (with no open hours yet) or an admin, and gives the id. Throws `UsageError` for invalid input. */
export async function addAccount(
  store: Pick<Store, 'accounts' | 'coaches'>,
  { role, timeZone: zone, ...given }: NewAccount,
): Promise<string> {
  const checked = readPart('body', wanted, { ...given, 'time-zone': zone });
  if ('errors' in checked) {
    const faults = checked.errors.map(({ field, message }) => `--${field.replace('body.', '')} ${message}`);
    throw new UsageError(faults.join('\n').replace('--password', 'The password'));
  }
  const { value } = checked;
  const fault = passwordFault(value.password, value.email);
  if (fault) throw new UsageError(`The password ${fault}`);
  const id = crypto.randomUUID();
  const isNew = await store.accounts.add({
    id,
    email: value.email.toLowerCase(),
    name: value.name,
    role,
    timeZone: value['time-zone'],
    passwordHash: await createPasswords().hash(value.password),
    isGuest: false,
    isActive: true,
    createdAt: Date.now(),
  });
  if (!isNew) throw new UsageError(`${value.email} has an account already`);
  if (role === 'coach') {
    const schedule = emptySchedule(value['time-zone']);
    await store.coaches.add({
      profile: { user_id: id, name: value.name },
      isActive: true,
      schedule,
      scheduleVersion: 1,
    });
  }
  return id;
}
