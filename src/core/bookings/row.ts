import type { BookingStatus } from '../../contract/booking.ts';
import type { BookingError } from '../errors.ts';

/** What is under way with one booking of a list; a booking without a row state is at rest. */
export type RowState =
  /** The server is being asked. */
  | { readonly kind: 'working'; readonly to: BookingStatus }
  /** Shown as cancelled, but not sent yet: `undo` takes it back until then (epoch ms). */
  | {
      readonly kind: 'undoable';
      readonly until: number;
      readonly reason?: string | undefined;
      /** The time to undo stands still. */
      readonly held: boolean;
    }
  /** The server refused, or could not be reached; the booking has been read again where it could. */
  | {
      readonly kind: 'failed';
      readonly to: BookingStatus;
      readonly problem: BookingError;
      /** Sends the same again. */
      readonly again: () => Promise<void>;
    };

/** Row states by booking id. */
export type Rows = ReadonlyMap<string, RowState>;

/** `rows` with one more, or one less. */
export function withRow(rows: Rows, id: string, row: RowState | undefined): Rows {
  const next = new Map(rows);
  if (row) next.set(id, row);
  else next.delete(id);
  return next;
}
