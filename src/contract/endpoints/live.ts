import { availabilityChange } from '../availability.ts';
import { coachParams } from '../coach.ts';
import type { Endpoint } from '../endpoint.ts';

/** Calls that report changes while a page is open; pages work without them. */
export const liveEndpoints = {
  watchAvailability: {
    method: 'GET',
    path: '/booking/coach/{coach_id}/availability/changes',
    auth: 'none',
    params: coachParams,
    headers: ['last-event-id'],
    status: 200,
    stream: true,
    reply: availabilityChange,
    errors: ['invalid_coach', 'coach_inactive'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
