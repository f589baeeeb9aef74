import type { Account, Records } from '../../ports.ts';
import { readRecord, type Sql } from './sql.ts';

/** Accounts in a database; `login_email` is empty for guests, who share no uniqueness. */
export function sqlAccounts(sql: Sql): Records['accounts'] {
  return {
    find: async (id) => readRecord<Account>((await sql.read('SELECT record FROM accounts WHERE id = ?', [id]))[0]),
    findByEmail: async (email) =>
      readRecord<Account>((await sql.read('SELECT record FROM accounts WHERE login_email = ?', [email]))[0]),
    add: async (account) => {
      const { changes } = await sql.write(
        'INSERT INTO accounts (id, login_email, record) VALUES (?, ?, ?) ON CONFLICT (login_email) DO NOTHING',
        [account.id, account.isGuest ? null : account.email, JSON.stringify(account)],
      );
      return changes === 1;
    },
  };
}
