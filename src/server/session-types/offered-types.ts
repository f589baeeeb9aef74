import type { SessionType, SessionTypeBody } from '../../contract/session-type.ts';
import type { SessionTypeRecord } from '../payments/sales-records.ts';

/** A type as it is shown; `sellsOnline` where this server takes money. */
export function writeSessionType(record: SessionTypeRecord, sellsOnline: boolean): SessionType {
  const costs = (record.price?.amount ?? 0) > 0;
  return { ...record, payment: costs ? (sellsOnline ? 'online' : 'at_session') : 'none' };
}

/** What of a type is copied into a booking. */
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

/** A type that may be booked by whoever has its id. */
export function isOffered(record: SessionTypeRecord | undefined, coachId: string): record is SessionTypeRecord {
  return record?.coach_id === coachId && record.archived !== true;
}

/** What a coach wrote, as it is kept. */
export function keptType(id: string, coachId: string, body: SessionTypeBody): SessionTypeRecord {
  return { id, coach_id: coachId, ...body };
}
