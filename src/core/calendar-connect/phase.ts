import type { CalendarProvider } from '../../contract/calendar.ts';
import type { BookingError } from '../errors.ts';

/**
 * Why a connection was not made.
 *
 * - `denied`: the person refused at the provider
 * - `closed`: the person closed the provider's window
 * - `late`: the answer came after more than ten minutes, or a second time
 * - `blocked`: the browser opened no window, and the page cannot go to the provider itself
 * - `refused`: the server or the provider refused; `problem` has the reason
 */
export type ConnectFailure = 'denied' | 'closed' | 'late' | 'blocked' | 'refused';

/** The step of connecting one provider, beyond what the server stores. */
export type ConnectPhase =
  | { readonly kind: 'opening' }
  /** The provider's page is open. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'finishing' }
  | { readonly kind: 'disconnecting' }
  | { readonly kind: 'failed'; readonly why: ConnectFailure; readonly problem?: BookingError };

/** At most one phase for each provider. */
export type ConnectPhases = Readonly<Partial<Record<CalendarProvider, ConnectPhase>>>;

/** A copy of the phases with that of one provider set, or removed. */
export function withPhase(
  phases: ConnectPhases,
  provider: CalendarProvider,
  phase: ConnectPhase | undefined,
): ConnectPhases {
  const { [provider]: _, ...rest } = phases;
  return phase ? { ...rest, [provider]: phase } : rest;
}
