import { DatabaseSync } from 'node:sqlite';
import type { Account, CoachRecord, Store, TokenFamily } from '../ports.ts';
import { sqliteBookings } from './sqlite-bookings.ts';
import { inTransaction, readRecord } from './sqlite-records.ts';
import { SCHEMA } from './sqlite-schema.ts';

/** A store in a file; `close` before the process ends. */
export interface SqliteStore extends Store {
  close(): void;
}

/**
 * A store in a SQLite file, on Node's own `node:sqlite`. Several processes may share the file: each write is one
 * transaction, and triggers in the database keep a coach's sessions apart whoever writes. `:memory:` keeps no file.
 */
export function openSqliteStore(path: string): SqliteStore {
  const db = new DatabaseSync(path);
  // WAL: readers never wait for the writer; busy_timeout: a writer waits its turn instead of failing.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;');
  db.exec(SCHEMA);

  const findAccount = db.prepare('SELECT record FROM accounts WHERE id = ?');
  const findLogin = db.prepare('SELECT record FROM accounts WHERE login_email = ?');
  const addAccount = db.prepare(
    'INSERT INTO accounts (id, login_email, record) VALUES (?, ?, ?) ON CONFLICT (login_email) DO NOTHING',
  );
  const findCoach = db.prepare('SELECT record FROM coaches WHERE id = ?');
  const listCoaches = db.prepare('SELECT record FROM coaches ORDER BY position');
  const addCoach = db.prepare('INSERT INTO coaches (id, schedule_version, record) VALUES (?, ?, ?)');
  const saveCoach = db.prepare('UPDATE coaches SET schedule_version = ?, record = ? WHERE id = ?');
  const findFamily = db.prepare('SELECT record FROM token_families WHERE id = ?');
  const addFamily = db.prepare('INSERT INTO token_families (id, current, expires_at, record) VALUES (?, ?, ?, ?)');
  const rotateFamily = db.prepare(
    'UPDATE token_families SET current = ?, expires_at = ?, record = ? WHERE id = ? AND current = ?',
  );
  const endFamily = db.prepare('DELETE FROM token_families WHERE id = ?');
  const forgetFamilies = db.prepare('DELETE FROM token_families WHERE expires_at < ?');

  const coach = (id: string) => readRecord<CoachRecord>(findCoach.get(id));

  return {
    accounts: {
      find: async (id) => readRecord<Account>(findAccount.get(id)),
      findByEmail: async (email) => readRecord<Account>(findLogin.get(email)),
      add: async (account) => {
        const login = account.isGuest ? null : account.email;
        return addAccount.run(account.id, login, JSON.stringify(account)).changes === 1;
      },
    },
    coaches: {
      find: async (id) => coach(id),
      list: async () => listCoaches.all().flatMap((row) => readRecord<CoachRecord>(row) ?? []),
      add: async (added) => {
        addCoach.run(added.profile.user_id, added.scheduleVersion, JSON.stringify(added));
      },
      saveSchedule: async (id, basedOn, schedule) =>
        inTransaction(db, () => {
          const found = coach(id);
          if (found?.scheduleVersion !== basedOn) return false;
          const next: CoachRecord = { ...found, schedule, scheduleVersion: basedOn + 1 };
          saveCoach.run(next.scheduleVersion, JSON.stringify(next), id);
          return true;
        }),
    },
    bookings: sqliteBookings(db),
    tokens: {
      find: async (familyId) => readRecord<TokenFamily>(findFamily.get(familyId)),
      add: async (family) => {
        forgetFamilies.run(family.rotatedAt);
        addFamily.run(family.id, family.current, family.expiresAt, JSON.stringify(family));
      },
      rotate: async (family, from) => {
        const { current, expiresAt, id } = family;
        return rotateFamily.run(current, expiresAt, JSON.stringify(family), id, from).changes === 1;
      },
      end: async (familyId) => {
        endFamily.run(familyId);
      },
    },
    close: () => db.close(),
  };
}
