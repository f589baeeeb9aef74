import { coachList, listCoachesQuery } from '../coach-list.ts';
import type { Endpoint } from '../endpoint.ts';

/** The call to find a coach: all that a list of coaches needs. */
export const coachesEndpoints = {
  listCoaches: {
    method: 'GET',
    path: '/coaches',
    auth: 'optional',
    query: listCoachesQuery,
    status: 200,
    reply: coachList,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>;
