import * as z from 'zod/mini';
import { coachParams } from '../coach.ts';
import { messageSettings } from '../desk/message-settings.ts';
import type { Endpoint } from '../endpoint.ts';
import { ownerErrors } from './owner-errors.ts';

/** Calls about the mails that a coach's clients and the coach get. */
export const messageEndpoints = {
  getMessageSettings: {
    method: 'GET',
    path: '/coaches/{coach_id}/messages',
    auth: 'required',
    params: coachParams,
    status: 200,
    reply: messageSettings,
    errors: [...ownerErrors, 'coach_not_found'],
    extension: true,
  },
  putMessageSettings: {
    method: 'PUT',
    path: '/coaches/{coach_id}/messages',
    auth: 'required',
    params: coachParams,
    body: messageSettings,
    status: 200,
    reply: messageSettings,
    errors: [...ownerErrors, 'coach_not_found'],
    extension: true,
  },
  receiveBounce: {
    method: 'POST',
    path: '/messages/bounces',
    auth: 'none',
    // A mail, or JSON.
    body: z.string(),
    rawBody: true,
    status: 204,
    reply: z.optional(z.unknown()),
    errors: ['not_authenticated'],
    extension: true,
  },
} as const satisfies Record<string, Endpoint>;
