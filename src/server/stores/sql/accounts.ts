import { type Account, type AccountFilter, loginEmailOf, type Records } from '../../ports.ts';
import { foldText, searchTextOf } from '../search-text.ts';
import { countRows, forUpdate, readRecord, readRecords, type Sql, type SqlValue } from './sql.ts';

/** Accounts in a database; `login_email` is empty for guests, whose addresses need not be unique. */
export function sqlAccounts(sql: Sql): Records['accounts'] {
  return {
    find: async (id) => readRecord<Account>((await sql.read('SELECT record FROM accounts WHERE id = ?', [id]))[0]),
    findByEmail: async (email) =>
      readRecord<Account>((await sql.read('SELECT record FROM accounts WHERE login_email = ?', [email]))[0]),
    add: async (account) => {
      const { changes } = await sql.write(
        `INSERT INTO accounts (id, login_email, role, search_text, record) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (login_email) DO NOTHING`,
        [account.id, loginEmailOf(account) ?? null, account.role, searchTextOf(account), JSON.stringify(account)],
      );
      return changes === 1;
    },
    list: async (filter, { skip, limit, countTo }) => {
      const { where, values } = conditions(sql, filter);
      const [total, rows] = await Promise.all([
        countRows(sql, { text: `accounts ${where}`, values }, 'search_text, id', countTo),
        sql.read(`SELECT record FROM accounts ${where} ORDER BY search_text, id LIMIT ? OFFSET ?`, [
          ...values,
          limit,
          skip,
        ]),
      ]);
      return { accounts: readRecords<Account>(rows), total };
    },
    setActive: (id, isActive) =>
      sql.transaction(async (tx) => {
        const rows = await tx.read(`SELECT record FROM accounts WHERE id = ?${forUpdate(tx)}`, [id]);
        const found = readRecord<Account>(rows[0]);
        if (!found) return undefined;
        const next: Account = { ...found, isActive };
        await tx.write('UPDATE accounts SET record = ? WHERE id = ?', [JSON.stringify(next), id]);
        return next;
      }),
    update: async (account) => {
      const login = loginEmailOf(account) ?? null;
      // The UNIQUE column stands in for the check where another account takes the e-mail at the same moment.
      const { changes } = await sql
        .write(
          `UPDATE accounts SET login_email = ?, search_text = ?, record = ? WHERE id = ?
             AND NOT EXISTS (SELECT 1 FROM accounts WHERE login_email = ? AND id <> ?)`,
          [login, searchTextOf(account), JSON.stringify(account), account.id, login, account.id],
        )
        .catch((error: unknown) => {
          if (sql.inTransaction || !isTaken(error)) throw error;
          return { changes: 0 };
        });
      return changes === 1;
    },
  };
}

/** Words are looked for as they are: `%` and `_` stand for themselves. */
function conditions(
  { dialect }: Sql,
  { role, words = [] }: AccountFilter,
): { readonly where: string; readonly values: readonly SqlValue[] } {
  const position = dialect === 'postgres' ? 'strpos' : 'instr';
  // The text of a deleted account is empty.
  const all = [
    "search_text > ''",
    ...(role ? ['role = ?'] : []),
    ...words.map(() => `${position}(search_text, ?) > 0`),
  ];
  return {
    where: `WHERE ${all.join(' AND ')}`,
    values: [...(role ? [role] : []), ...words.map(foldText)],
  };
}

/** A unique column has the value already: PostgreSQL's `unique_violation`. SQLite has one writer, whose check is enough. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
