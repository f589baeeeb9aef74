import type { Schedule } from '../../contract/schedule.ts';
import { checkSchedule } from '../../domain/availability/schedule.ts';
import { shortHash } from '../auth/short-hash.ts';
import { isOwnerOrAdmin } from '../bookings/rights.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { CoachRecord } from '../ports.ts';

/** Handlers that read and replace a coach's schedule; ETag and If-Match (RFC 9110, 13.1.1) detect a second writer. */
export function scheduleHandlers({ store }: Services): Pick<Handlers, 'getSchedule' | 'putSchedule'> {
  const findOwn = async (coachId: string, caller: Caller): Promise<CoachRecord> => {
    if (!isOwnerOrAdmin(caller, coachId, 'coach')) throw new ProblemError('forbidden');
    const coach = await store.coaches.find(coachId);
    if (!coach) throw new ProblemError('coach_not_found');
    return coach;
  };

  return {
    async getSchedule({ params, caller }) {
      const { schedule } = await findOwn(params.coach_id, caller);
      return { reply: schedule, headers: { etag: etagOf(schedule) } };
    },

    async putSchedule({ params, caller, body, request }) {
      const coach = await findOwn(params.coach_id, caller);
      const ifMatch = request.headers.get('if-match');
      if (ifMatch === null) throw new ProblemError('precondition_required');
      if (!names(ifMatch, etagOf(coach.schedule))) throw conflict(coach.schedule);
      const faults = checkSchedule(body);
      if (faults.length > 0) {
        throw invalidRequest(...faults.map(({ field, message }) => ({ field: `body.${field}`, message })));
      }
      if (!(await store.coaches.saveSchedule(params.coach_id, coach.scheduleVersion, body))) {
        throw conflict((await findOwn(params.coach_id, caller)).schedule);
      }
      return { reply: body, headers: { etag: etagOf(body) } };
    },
  };
}

function conflict(current: Schedule): ProblemError {
  return new ProblemError('version_conflict', { headers: { etag: etagOf(current) } });
}

// A hash of the content, not a counter: saving an equal schedule is no conflict, and a restart does not change it.
function etagOf(schedule: Schedule): string {
  return `"${shortHash(JSON.stringify(schedule))}"`;
}

function names(ifMatch: string, etag: string): boolean {
  return ifMatch.trim() === '*' || ifMatch.split(',').some((candidate) => candidate.trim() === etag);
}
