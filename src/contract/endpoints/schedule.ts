import { coachParams } from '../coach.ts';
import type { Endpoint } from '../endpoint.ts';
import { schedule, scheduleReply } from '../schedule.ts';
import { ownerErrors } from './owner-errors.ts';

/** Calls to read and write a coach's schedule. */
export const scheduleEndpoints = {
  getSchedule: {
    method: 'GET',
    path: '/coaches/{coach_id}/schedule',
    auth: 'required',
    params: coachParams,
    status: 200,
    reply: scheduleReply,
    errors: [...ownerErrors, 'coach_not_found'],
    extension: true,
  },
  putSchedule: {
    method: 'PUT',
    path: '/coaches/{coach_id}/schedule',
    auth: 'required',
    params: coachParams,
    body: schedule,
    headers: ['if-match'],
    status: 200,
    reply: scheduleReply,
    errors: [...ownerErrors, 'coach_not_found', 'version_conflict', 'precondition_required'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
