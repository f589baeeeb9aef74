import type { BookingStatus } from '../../contract/booking.ts';

/** The statuses a booking may change to, by its present one. */
const TRANSITIONS = {
  pending: ['confirmed', 'cancelled'],
  confirmed: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
} as const satisfies Record<BookingStatus, readonly BookingStatus[]>;

/** The statuses a booking may go to next; none when it is final. */
export function nextStatuses(status: BookingStatus): readonly BookingStatus[] {
  return TRANSITIONS[status];
}

/** True when a booking may go from one status to the other; staying the same is no transition. */
export function canTransition(from: BookingStatus, to: BookingStatus): boolean {
  return nextStatuses(from).includes(to);
}

/** True when the status can no longer change: completed or cancelled. */
export function isFinal(status: BookingStatus): boolean {
  return nextStatuses(status).length === 0;
}

/** True when a session is over or will not take place: its status is final, or it has ended by `now`; times are epoch ms. */
export function isOver(
  { status, end }: { readonly status: BookingStatus; readonly end: number },
  now: number,
): boolean {
  return isFinal(status) || end <= now;
}

/** True when a booking in this status takes up the coach's time and counts towards the limits: all but cancelled ones. */
export function takesTime(status: BookingStatus): boolean {
  return status !== 'cancelled';
}
