import type { Booking, Coach } from '../../contract/index.ts';
import type { RowState } from '../../core/bookings/row.ts';
import type { BookingMark } from '../i18n/bookings.ts';
import type { When } from '../words/session-time.ts';

/** What one row of the list shows and offers. */
export interface BookingRow {
  readonly booking: Booking;
  readonly as: 'client' | 'coach';
  readonly when: When;
  /** The offset at that time, where it is not the one said above the list. */
  readonly otherOffset: string;
  /** The same time by the coach's clock, where that differs. */
  readonly coachTime: string;
  /** The other side: the coach for a client, the client for a coach. */
  readonly person: string;
  /** The coach's questions, and rules on how late a client may change a booking, once they are known. */
  readonly coach: Coach | undefined;
  readonly locale: string;
  readonly row: RowState | undefined;
  readonly now: number;
  readonly secondsToUndo: number;
  /** The visitor is being asked whether to cancel it. */
  readonly asking: boolean;
  /** What was just done with it. */
  readonly mark: BookingMark | undefined;
  /** Rows of this list have a check box, though maybe not this one. */
  readonly picks: boolean;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly movable: boolean;
}

/** What can be done with a row. */
export interface RowActions {
  readonly change: (to: 'confirmed' | 'completed') => void;
  readonly ask: (asking: boolean) => void;
  readonly cancel: (reason: string) => void;
  readonly undo: () => void;
  readonly move: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
  readonly select: (selected: boolean) => void;
}
