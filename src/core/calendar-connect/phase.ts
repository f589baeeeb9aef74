import type { CalendarProvider } from '../../contract/calendar.ts';
import type { BookingError } from '../errors.ts';

/**
 * Why a connection was not made.
 *
 * - `denied`: the person said no at the provider
 * - `closed`: they closed the provider's window
 * - `late`: the answer came after more than ten minutes, or a second time
 * - `blocked`: the browser opened no window, and the page cannot go to the provider itself
 * - `refused`: the server or the provider refused; `problem` says more
 */
export type ConnectFailure = 'denied' | 'closed' | 'late' | 'blocked' | 'refused';

/** What is going on with one provider, beyond what the server says of it. */
export type ConnectPhase =
  | { readonly kind: 'opening' }
  /** The person is at the provider. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'finishing' }
  | { readonly kind: 'disconnecting' }
  | { readonly kind: 'failed'; readonly why: ConnectFailure; readonly problem?: BookingError };

/** At most one phase a provider. */
export type ConnectPhases = Readonly<Partial<Record<CalendarProvider, ConnectPhase>>>;

/** The same phases with that of one provider changed, or ended. */
export function withPhase(
  phases: ConnectPhases,
  provider: CalendarProvider,
  phase: ConnectPhase | undefined,
): ConnectPhases {
  const { [provider]: _, ...rest } = phases;
  return phase ? { ...rest, [provider]: phase } : rest;
}
