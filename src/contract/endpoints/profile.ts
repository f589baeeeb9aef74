import { coach, coachParams } from '../coach.ts';
import { coachProfileBody } from '../desk/coach-profile.ts';
import type { Endpoint } from '../endpoint.ts';
import { ownerErrors } from './owner-errors.ts';

/** Calls by which a coach changes the own profile. */
export const profileEndpoints = {
  updateCoach: {
    method: 'PATCH',
    path: '/coaches/{coach_id}',
    auth: 'required',
    params: coachParams,
    body: coachProfileBody,
    status: 200,
    reply: coach,
    errors: [...ownerErrors, 'coach_not_found'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
