import type { TemplateResult } from 'lit';
import type { Booking, Coach } from '../../contract/index.ts';
import { writeInstant } from '../../contract/values.ts';
import type { RowState } from '../../core/bookings/row.ts';
import type { CoachProfileState } from '../context/coach-profile.ts';
import { secondsUntil } from '../controllers/every-second.ts';
import type { BookingMark, BookingsMessages } from '../i18n/bookings.ts';
import { bookingTime, coachTimeOf } from '../words/booking-times.ts';
import { type Reading, type TimeInWords, timeInWords } from '../words/session-time.ts';

/** The data and actions of one row of the list. */
export interface BookingRow {
  readonly booking: Booking;
  readonly as: 'client' | 'coach';
  readonly words: TimeInWords;
  /** The offset at that time, when it differs from the one above the list. */
  readonly otherOffset: string;
  /** The same time in the coach's zone, when it differs. */
  readonly coachTime: string;
  /** The other side: the coach for a client, the client for a coach. */
  readonly person: string;
  /** Both sides of the booking in words, where the list is of everybody's. */
  readonly people?: string | undefined;
  /** Shows this client's bookings alone. */
  readonly onlyClient?: { readonly words: string; readonly press: () => void } | undefined;
  /** The coach's profile with questions and notices, once loaded. */
  readonly coach: Coach | undefined;
  readonly locale: string;
  readonly row: RowState | undefined;
  readonly now: number;
  readonly secondsToUndo: number;
  /** True while the question about cancelling it is open. */
  readonly asking: boolean;
  /** The last action on it. */
  readonly mark: BookingMark | undefined;
  /** True for the only booking of a signed link: no heading above it has its day. */
  readonly single: boolean;
  /** The level of its heading, below those of the list and of the day. */
  readonly level: number;
  /** True when rows of this list have a check box, perhaps not this one. */
  readonly picks: boolean;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly movable: boolean;
  /** The status of a booking that is held until it is paid. */
  readonly heldLabel: string;
  readonly paymentLabel: string;
  /** What was paid and what went back; empty where nothing is paid online. */
  readonly payment: string;
  /** What goes back when this side cancels now. */
  readonly moneyBack: string;
  readonly refundLabel: string;
  /** The name of the button by which a client pays; empty where nothing is to be paid. */
  readonly payLabel: string;
  /** The question how much to give back, when it is open. */
  readonly refunding: TemplateResult | undefined;
  /** A refund that failed, for the coach's side. */
  readonly refundFailure: TemplateResult | undefined;
}

/** The actions on a row. */
export interface RowActions {
  readonly change: (to: 'confirmed' | 'completed') => void;
  readonly ask: (asking: boolean) => void;
  readonly cancel: (reason: string) => void;
  readonly undo: () => void;
  /** Stops the time to undo while the pointer or focus is on it. */
  readonly holdUndo: (by: 'pointer' | 'focus', held: boolean) => void;
  readonly move: () => void;
  readonly pay: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
  readonly select: (selected: boolean) => void;
  /** Asks how much to give back; absent where nothing can be. */
  readonly refund?: (() => void) | undefined;
}

/** The inputs of a row. */
interface RowSource {
  readonly booking: Booking;
  readonly as: 'client' | 'coach';
  readonly row: RowState | undefined;
  readonly profile: CoachProfileState | undefined;
  readonly movable: boolean;
  readonly reading: Reading;
  /** Epoch ms. */
  readonly now: number;
}

/** The data of a row, from its booking and the action under way. */
export function readRow({ booking, as, row, profile, movable, reading, now }: RowSource, texts: BookingsMessages) {
  const coach = profile?.status === 'ready' ? profile.coach : undefined;
  const coachName = booking.coach?.name ?? coach?.name ?? '';
  const words = bookingTime(booking, reading);
  const { city, offset } = zoneOf(reading, now);
  return {
    booking,
    as,
    words,
    otherOffset: words.offset === offset ? '' : texts.zone(city, words.offset),
    coachTime:
      as === 'client' ? coachTimeOf(booking, { zone: coach?.time_zone, name: coachName }, words, reading, texts) : '',
    person: as === 'client' ? coachName : (booking.client?.name ?? booking.client?.email ?? ''),
    coach,
    locale: reading.locale,
    row,
    now,
    secondsToUndo: secondsToUndo(row, now),
    movable,
  } satisfies Partial<BookingRow>;
}

/** Whole seconds in which a cancellation can still be undone; 0 when there is none. */
export function secondsToUndo(row: RowState | undefined, now: number): number {
  return secondsUntil(row?.kind === 'undoable' ? row.until : undefined, now);
}

/** The time left to undo, next to its button: "9 secs". */
export function secondsLeft(seconds: number, locale: string): string {
  return seconds.toLocaleString(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' });
}

/** The zone of a list's times, with the offset of today (`now` in epoch ms); rows show their own offset when it differs. */
export function zoneOf(reading: Reading, now: number): Pick<TimeInWords, 'city' | 'offset'> {
  const today = writeInstant(now);
  return timeInWords(today, today, reading);
}

/**
 * A booking's id as part of an element's id: some attributes hold ids separated by blanks, and a backend's id may contain a blank.
 */
export const elementIdOf = (id: string): string => id.replace(/[^\w-]/g, (letter) => `_${letter.charCodeAt(0)}`);

/** The element id of a row's heading. */
export const headingId = (id: string): string => `when-${elementIdOf(id)}`;
