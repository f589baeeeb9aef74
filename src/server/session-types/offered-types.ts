import type { SessionType, SessionTypeBody } from '../../contract/session-type.ts';
import type { SessionTypeRecord } from '../payments/sales-records.ts';

/** A session type as the API shows it; `sellsOnline` when this server takes payments. */
export function writeSessionType(record: SessionTypeRecord, sellsOnline: boolean): SessionType {
  const costs = (record.price?.amount ?? 0) > 0;
  return { ...record, payment: costs ? (sellsOnline ? 'online' : 'at_session') : 'none' };
}

/** The parts of a session type that are copied into a booking. */
export function boughtOf({ id, name, price, tax_note, location, refunds, confirmation }: SessionTypeRecord) {
  return {
    id,
    name,
    confirmation,
    ...(price && { price }),
    ...(tax_note && { tax_note }),
    ...(location && { location }),
    ...(refunds && { refunds }),
  };
}

/** True for a session type that anybody with its id may book. */
export function isOffered(record: SessionTypeRecord | undefined, coachId: string): record is SessionTypeRecord {
  return record?.coach_id === coachId && record.archived !== true;
}

/** True for a session type that visitors find by themselves. */
export function isListed({ hidden, archived }: SessionTypeRecord): boolean {
  return hidden !== true && archived !== true;
}

/** A session type as stored, from what the coach wrote. */
export function keptType(id: string, coachId: string, body: SessionTypeBody): SessionTypeRecord {
  return { id, coach_id: coachId, ...body };
}
