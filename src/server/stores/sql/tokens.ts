import type { Records, TokenFamily } from '../../ports.ts';
import { readRecord, type Sql } from './sql.ts';

/** Families of refresh tokens in a database. */
export function sqlTokens(sql: Sql): Records['tokens'] {
  return {
    find: async (id) =>
      readRecord<TokenFamily>((await sql.read('SELECT record FROM token_families WHERE id = ?', [id]))[0]),
    add: async (family) => {
      await sql.write('INSERT INTO token_families (id, user_id, current, expires_at, record) VALUES (?, ?, ?, ?, ?)', [
        family.id,
        family.userId,
        family.current,
        family.expiresAt,
        JSON.stringify(family),
      ]);
    },
    rotate: async (family, from) => {
      const { changes } = await sql.write(
        'UPDATE token_families SET current = ?, expires_at = ?, record = ? WHERE id = ? AND current = ?',
        [family.current, family.expiresAt, JSON.stringify(family), family.id, from],
      );
      return changes === 1;
    },
    end: async (id) => {
      await sql.write('DELETE FROM token_families WHERE id = ?', [id]);
    },
    endAll: async (userId, exceptFamilyId = '') => {
      await sql.write('DELETE FROM token_families WHERE user_id = ? AND id <> ?', [userId, exceptFamilyId]);
    },
  };
}
