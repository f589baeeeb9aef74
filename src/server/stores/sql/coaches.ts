import { buffersOf } from '../../bookings/buffers.ts';
import type { CoachRecord, Records } from '../../ports.ts';
import { countChange } from './changes.ts';
import { forUpdate, readRecord, readRecords, type Sql } from './sql.ts';

/** Coaches and their hours in a database. */
export function sqlCoaches(sql: Sql): Records['coaches'] {
  return {
    find: async (id) => readRecord<CoachRecord>((await sql.read('SELECT record FROM coaches WHERE id = ?', [id]))[0]),
    list: async () => readRecords<CoachRecord>(await sql.read('SELECT record FROM coaches ORDER BY position')),
    add: async (coach) => {
      await sql.write('INSERT INTO coaches (id, schedule_version, record) VALUES (?, ?, ?)', [
        coach.profile.user_id,
        coach.scheduleVersion,
        JSON.stringify(coach),
      ]);
    },
    saveSchedule: (id, basedOn, schedule) =>
      sql.transaction(async (tx) => {
        const rows = await tx.read(`SELECT record FROM coaches WHERE id = ?${forUpdate(tx)}`, [id]);
        const found = readRecord<CoachRecord>(rows[0]);
        if (found?.scheduleVersion !== basedOn) return false;
        const next: CoachRecord = { ...found, schedule, scheduleVersion: basedOn + 1 };
        await tx.write('UPDATE coaches SET schedule_version = ?, record = ? WHERE id = ?', [
          next.scheduleVersion,
          JSON.stringify(next),
          id,
        ]);
        const { before, after } = buffersOf(schedule);
        if (isShorter(found, schedule)) await shortenBuffers(tx, id, before, after);
        await countChange(tx, id);
        return true;
      }),
    change: (id, change) =>
      sql.transaction(async (tx) => {
        const rows = await tx.read(`SELECT record FROM coaches WHERE id = ?${forUpdate(tx)}`, [id]);
        const found = readRecord<CoachRecord>(rows[0]);
        if (!found) return undefined;
        const next: CoachRecord = { ...found, ...change };
        await tx.write('UPDATE coaches SET record = ? WHERE id = ?', [JSON.stringify(next), id]);
        await countChange(tx, id);
        return next;
      }),
  };
}

function isShorter({ schedule: old }: CoachRecord, next: CoachRecord['schedule']): boolean {
  return next.buffer_before_minutes < old.buffer_before_minutes || next.buffer_after_minutes < old.buffer_after_minutes;
}

// Only shortens: sessions booked with smaller buffers may be closer than the new buffers allow.
async function shortenBuffers(sql: Sql, coachId: string, before: number, after: number): Promise<void> {
  const least = sql.dialect === 'postgres' ? 'LEAST' : 'MIN';
  await sql.write(
    `UPDATE bookings SET buffer_before = ${least}(buffer_before, ?), buffer_after = ${least}(buffer_after, ?)
     WHERE coach_id = ? AND status <> 'cancelled' AND (buffer_before > ? OR buffer_after > ?)`,
    [before, after, coachId, before, after],
  );
}
