import { HOUR_MS } from '../../../domain/time/units.ts';
import { DONE_JOBS_KEPT_MS } from '../../jobs/job-store.ts';
import { MESSAGES_KEPT_MS } from '../../messages/message-records.ts';
import { KEY_LIFETIME_MS, MAX_LIMIT_WINDOWS, OPEN_REQUESTS_KEPT_MS, type Records } from '../../ports.ts';
import { DELIVERIES_KEPT_MS } from '../../webhooks/webhook-records.ts';
import { sqlAccounts } from './accounts.ts';
import { sqlBookings } from './bookings.ts';
import { sqlCalendars } from './calendars.ts';
import { sqlChanges } from './changes.ts';
import { sqlCoaches } from './coaches.ts';
import { sqlJobs } from './jobs.ts';
import { sqlLimits } from './limits.ts';
import { sqlOpenRequests } from './open-requests.ts';
import { sqlPayments, sqlSessionTypes } from './sales.ts';
import type { Sql } from './sql.ts';
import { sqlTokens } from './tokens.ts';
import { sqlMessages, sqlWebhooks } from './told.ts';

/** All records of a store, in a database. */
export function sqlRecords(sql: Sql): Records {
  return {
    accounts: sqlAccounts(sql),
    coaches: sqlCoaches(sql),
    bookings: sqlBookings(sql),
    tokens: sqlTokens(sql),
    calendars: sqlCalendars(sql),
    limits: sqlLimits(sql),
    openRequests: sqlOpenRequests(sql),
    jobs: sqlJobs(sql),
    changes: sqlChanges(sql),
    payments: sqlPayments(sql),
    sessionTypes: sqlSessionTypes(sql),
    messages: sqlMessages(sql),
    webhooks: sqlWebhooks(sql),
  };
}

/** Deletes expired rows, each table by its index. */
export async function sweepRecords(sql: Sql, now: number): Promise<void> {
  await sql.write('DELETE FROM kept_replies WHERE kept_at <= ?', [now - KEY_LIFETIME_MS]);
  await sql.write('DELETE FROM token_families WHERE expires_at < ?', [now]);
  await sql.write('DELETE FROM limits WHERE ends_at <= ?', [now]);
  const [last] = await sql.read('SELECT ends_at FROM limits WHERE ends_at > ? ORDER BY ends_at DESC LIMIT 1 OFFSET ?', [
    now,
    MAX_LIMIT_WINDOWS,
  ]);
  if (last) await sql.write('DELETE FROM limits WHERE ends_at <= ?', [Number(last.ends_at)]);
  await sql.write('DELETE FROM open_requests WHERE noted_at < ?', [now - OPEN_REQUESTS_KEPT_MS]);
  // Kept an hour longer than valid, so that a late return gets the right error.
  await sql.write('DELETE FROM calendar_authorizations WHERE expires_at < ?', [now - HOUR_MS]);
  await sql.write("DELETE FROM jobs WHERE state = 'done' AND finished_at < ?", [now - DONE_JOBS_KEPT_MS]);
  await sql.write('DELETE FROM messages WHERE at < ?', [now - MESSAGES_KEPT_MS]);
  await sql.write('DELETE FROM webhook_deliveries WHERE created_at < ?', [now - DELIVERIES_KEPT_MS]);
}
