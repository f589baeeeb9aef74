import type { Booking, Slot } from '../../contract/index.ts';
import { createAvailability } from '../../core/availability/availability.ts';
import type { AvailabilityClient } from '../../core/availability/availability-cache.ts';
import { withEarlierName } from '../../core/deprecated.ts';
import type { BookingFlow } from '../../core/flow/flow.ts';
import type { Draft } from '../../core/flow/state.ts';
import { coachProfile } from './coach-profile.ts';
import type { BookingContext } from './context.ts';
import type { Preferences } from './preferences.ts';
import type { VisitorClient } from './shared-client.ts';
import type { ElementFlowOptions } from './start-flow.ts';

/** The options of a booking. */
interface OpenBookingOptions {
  readonly client: VisitorClient;
  readonly coachId: string;
  readonly durationMinutes: number;
  readonly preferences: Preferences;
  readonly locale: string;
  readonly draft: Partial<Draft>;
  /** `startFlow`, or `deferFlow` when no time is chosen yet. */
  readonly createFlow: (options: ElementFlowOptions) => BookingFlow;
  /** Starts with this time chosen. */
  readonly slot?: Slot | undefined;
  /** Read when the booking is sent. */
  readonly metadata?: (() => Readonly<Record<string, string>>) | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Moves this booking instead of making one. */
  readonly move?: Booking | undefined;
  /** Loads the open times; `client` when left out. */
  readonly times?: AvailabilityClient | undefined;
}

/** One element's booking, and the function that ends it. */
export interface OpenBooking {
  readonly context: BookingContext;
  dispose(): void;
}

/** Starts a booking for `host`, which dispatches the events. */
export function openBooking(host: HTMLElement, options: OpenBookingOptions): OpenBooking {
  const { client, coachId, durationMinutes, preferences, locale, draft, slot, metadata, move, now, createFlow } =
    options;
  const availability = createAvailability({
    client: options.times ?? client,
    coachId,
    durationMinutes,
    timeZone: preferences.state.timeZone,
    now,
  });
  const flow = createFlow({
    client,
    coachId,
    availability,
    draft,
    slot,
    metadata,
    move,
    now,
    host,
  });
  const stops = [preferences.subscribe(({ timeZone }) => availability.setTimeZone(timeZone))];
  const coach = coachProfile(client, coachId);
  return {
    context: withEarlierName(
      {
        client,
        signIn: client.signIn,
        coachId,
        durationMinutes,
        availability,
        coach,
        flow,
        preferences,
        locale,
        now: now ?? Date.now,
      },
      'context',
      'session',
      'signIn',
    ) as BookingContext,
    dispose() {
      for (const stop of stops) stop();
      flow.dispose();
      availability.dispose();
    },
  };
}
