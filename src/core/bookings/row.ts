import type { BookingStatus } from '../../contract/booking.ts';
import type { BookingError } from '../errors.ts';

/** An action under way on one booking of a list; a booking without one has no row state. */
export type RowState =
  /** The server is being asked. */
  | { readonly kind: 'working'; readonly to: BookingStatus }
  /** Shown as cancelled, but not sent yet: `undo` works until `until` (epoch ms). */
  | {
      readonly kind: 'undoable';
      readonly until: number;
      readonly reason?: string | undefined;
      /** The time to undo stands still. */
      readonly held: boolean;
    }
  /** The server refused or could not be reached; the booking was read again where possible. */
  | {
      readonly kind: 'failed';
      readonly to: BookingStatus;
      readonly problem: BookingError;
      /** Sends the same again. */
      readonly again: () => Promise<void>;
    };

/** Row states by booking id. */
export type Rows = ReadonlyMap<string, RowState>;

/** `rows` with the state of one booking set, or removed. */
export function withRow(rows: Rows, id: string, row: RowState | undefined): Rows {
  const next = new Map(rows);
  if (row) next.set(id, row);
  else next.delete(id);
  return next;
}
