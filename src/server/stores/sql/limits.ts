import type { Records } from '../../ports.ts';
import type { Sql } from './sql.ts';

/** Counters of an hour at most: after a power cut they may begin anew, so no call has to wait for the disk. */
const COUNTER = { isDurable: false };

/** Counters of limits in a database: one row for each name, in fixed windows. */
export function sqlLimits(sql: Sql): Records['limits'] {
  return {
    take: async (name, windowMs, now) => {
      const { rows } = await sql.write(
        `INSERT INTO limits (name, used, ends_at) VALUES (?, 1, ?)
         ON CONFLICT (name) DO UPDATE SET
           used = CASE WHEN limits.ends_at <= ? THEN 1 ELSE limits.used + 1 END,
           ends_at = CASE WHEN limits.ends_at <= ? OR limits.ends_at > excluded.ends_at
             THEN excluded.ends_at ELSE limits.ends_at END
         RETURNING used, ends_at`,
        [name, now + windowMs, now, now],
        COUNTER,
      );
      return { count: Number(rows[0]?.used), endsAt: Number(rows[0]?.ends_at) };
    },
    giveBack: async (name, now) => {
      await sql.write(
        'UPDATE limits SET used = used - 1 WHERE name = ? AND ends_at > ? AND used > 0',
        [name, now],
        COUNTER,
      );
    },
    look: async (name, now) => {
      const rows = await sql.read('SELECT used, ends_at FROM limits WHERE name = ? AND ends_at > ?', [name, now]);
      const row = rows[0];
      return row && { count: Number(row.used), endsAt: Number(row.ends_at) };
    },
  };
}
