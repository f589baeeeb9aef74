import * as z from 'zod/mini';
import { coachParams } from '../coach.ts';
import type { Endpoint } from '../endpoint.ts';
import { sessionType, sessionTypeBody, sessionTypeList, sessionTypeParams } from '../session-type.ts';
import { ownerErrors } from './owner-errors.ts';

/** Calls to read and write a coach's session types. */
export const sessionTypeEndpoints = {
  listSessionTypes: {
    method: 'GET',
    path: '/coaches/{coach_id}/session-types',
    auth: 'optional',
    params: coachParams,
    status: 200,
    reply: sessionTypeList,
    errors: ['coach_not_found'],
    extension: true,
  },
  getSessionType: {
    method: 'GET',
    path: '/coaches/{coach_id}/session-types/{session_type_id}',
    auth: 'optional',
    params: sessionTypeParams,
    status: 200,
    reply: sessionType,
    errors: ['session_type_not_found'],
    extension: true,
  },
  createSessionType: {
    method: 'POST',
    path: '/coaches/{coach_id}/session-types',
    auth: 'required',
    params: coachParams,
    body: sessionTypeBody,
    status: 201,
    reply: sessionType,
    errors: [...ownerErrors, 'coach_not_found', 'too_many_session_types'],
    extension: true,
  },
  updateSessionType: {
    method: 'PUT',
    path: '/coaches/{coach_id}/session-types/{session_type_id}',
    auth: 'required',
    params: sessionTypeParams,
    body: sessionTypeBody,
    status: 200,
    reply: sessionType,
    errors: [...ownerErrors, 'session_type_not_found'],
    extension: true,
  },
  archiveSessionType: {
    method: 'DELETE',
    path: '/coaches/{coach_id}/session-types/{session_type_id}',
    auth: 'required',
    params: sessionTypeParams,
    status: 204,
    reply: z.optional(z.unknown()),
    errors: [...ownerErrors, 'session_type_not_found'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
