import type { Records } from '../../ports.ts';
import { placeholders, type Sql, type Statement } from './sql.ts';

/** How often each coach's slots changed, in a database. */
export function sqlChanges(sql: Sql): Records['changes'] {
  return {
    counts: async (coachIds) => {
      const counts = new Map(coachIds.map((id) => [id, 0]));
      if (coachIds.length === 0) return counts;
      const rows = await sql.read(
        `SELECT coach_id, changes FROM coach_changes WHERE coach_id IN ${placeholders(coachIds)}`,
        coachIds,
      );
      for (const row of rows) counts.set(String(row.coach_id), Number(row.changes));
      return counts;
    },
  };
}

/** Counts and announces a change of a coach's slots, in the transaction of the change. */
export async function countChange(sql: Sql, coachId: string): Promise<void> {
  await sendWithChange(sql, coachId, []);
}

/** Sends statements of other tables together with the count. */
export async function sendWithChange(sql: Sql, coachId: string, statements: readonly Statement[]): Promise<void> {
  const count = {
    text: `INSERT INTO coach_changes (coach_id, changes) VALUES (?, 1)
           ON CONFLICT (coach_id) DO UPDATE SET changes = coach_changes.changes + 1`,
    values: [coachId],
  };
  await sql.send(...statements, count);
  sql.announce({ about: 'times', coachId });
}
