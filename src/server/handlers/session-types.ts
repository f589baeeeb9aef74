import { MAX_SESSION_TYPES, type SessionTypeBody } from '../../contract/session-type.ts';
import { chargeAmount } from '../../domain/money/charge-amount.ts';
import { isOwnerOrAdmin } from '../bookings/rights.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { SessionTypeRecord } from '../payments/sales-records.ts';
import { isListed, keptType, writeSessionType } from '../session-types/offered-types.ts';

type SessionTypeHandlers = Pick<
  Handlers,
  'listSessionTypes' | 'getSessionType' | 'createSessionType' | 'updateSessionType' | 'archiveSessionType'
>;

/** Handlers of session types: read by everybody, written by the coach and admins. */
export function sessionTypeHandlers({ store, shop, makeId, payments }: Services): SessionTypeHandlers {
  const write = (record: SessionTypeRecord) => writeSessionType(record, payments.isConfigured);

  const findOwn = async (coachId: string, typeId: string, caller: Caller): Promise<SessionTypeRecord> => {
    if (!isOwnerOrAdmin(caller, coachId, 'coach')) throw new ProblemError('forbidden');
    const found = await shop.sessionTypes.find(typeId);
    if (found?.coach_id !== coachId) throw new ProblemError('session_type_not_found');
    return found;
  };

  return {
    async listSessionTypes({ params: { coach_id }, caller }) {
      if (!(await store.coaches.find(coach_id))) throw new ProblemError('coach_not_found');
      const types = await shop.sessionTypes.ofCoach(coach_id);
      const seesAll = caller !== undefined && isOwnerOrAdmin(caller, coach_id, 'coach');
      const shown = seesAll ? types : types.filter(isListed);
      return { reply: { session_types: shown.map(write) } };
    },

    async getSessionType({ params: { coach_id, session_type_id }, caller }) {
      const found = await shop.sessionTypes.find(session_type_id);
      const seesAll = caller !== undefined && isOwnerOrAdmin(caller, coach_id, 'coach');
      if (found?.coach_id !== coach_id || (found.archived === true && !seesAll)) {
        throw new ProblemError('session_type_not_found');
      }
      return { reply: write(found) };
    },

    async createSessionType({ params: { coach_id }, body, caller, request }) {
      if (!isOwnerOrAdmin(caller, coach_id, 'coach')) throw new ProblemError('forbidden');
      if (!(await store.coaches.find(coach_id))) throw new ProblemError('coach_not_found');
      checkBody(body);
      const types = await shop.sessionTypes.ofCoach(coach_id);
      if (types.length >= MAX_SESSION_TYPES)
        throw new ProblemError('too_many_session_types', { values: { most: MAX_SESSION_TYPES } });
      const last = Math.max(0, ...types.map(({ position = 0 }) => position));
      const made = keptType(makeId(), coach_id, { position: Math.min(1000, last + 1), ...body });
      await shop.sessionTypes.save(made);
      const location = `${request.baseUrl}/coaches/${coach_id}/session-types/${made.id}`;
      return { reply: write(made), headers: { location } };
    },

    async updateSessionType({ params: { coach_id, session_type_id }, body, caller }) {
      const found = await findOwn(coach_id, session_type_id, caller);
      checkBody(body);
      const next = keptType(found.id, coach_id, {
        ...(found.position !== undefined && { position: found.position }),
        ...body,
      });
      await shop.sessionTypes.save(next);
      return { reply: write(next) };
    },

    async archiveSessionType({ params: { coach_id, session_type_id }, caller }) {
      const found = await findOwn(coach_id, session_type_id, caller);
      await shop.sessionTypes.save({ ...found, archived: true });
      return { reply: undefined };
    },
  };
}

/** Checks that the schemas cannot express. */
function checkBody({ price, refunds, questions }: SessionTypeBody): void {
  if (price && price.amount > 0 && !chargeAmount(price)) {
    throw invalidRequest({ field: 'body.price.amount', message: `must be a multiple of 10 in ${price.currency}` });
  }
  if (refunds?.part && refunds.part.until_minutes >= refunds.full_until_minutes) {
    throw invalidRequest({
      field: 'body.refunds.part.until_minutes',
      message: 'must be nearer to the session than full_until_minutes',
    });
  }
  const ids = (questions ?? []).map(({ id }) => id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) throw invalidRequest({ field: 'body.questions', message: `has the id ${double} twice` });
}
