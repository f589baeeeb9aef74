import { usualMessageSettings } from '../../contract/desk/message-settings.ts';
import { isOwnerOrAdmin } from '../bookings/rights.ts';
import type { Call, Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { planAllJob } from '../messages/mail-jobs.ts';

/** Handlers that read and write how a coach's clients, and the coach, are written to. */
export function messageSettingsHandlers({
  store,
  clock,
}: Services): Pick<Handlers, 'getMessageSettings' | 'putMessageSettings'> {
  const checkOwner = ({ params, caller }: Pick<Call<'getMessageSettings'>, 'params' | 'caller'>): void => {
    if (!isOwnerOrAdmin(caller, params.coach_id, 'coach')) throw new ProblemError('forbidden');
  };

  return {
    async getMessageSettings(call) {
      checkOwner(call);
      const coach = await store.coaches.find(call.params.coach_id);
      if (!coach) throw new ProblemError('coach_not_found');
      return { reply: coach.messages ?? usualMessageSettings };
    },

    async putMessageSettings(call) {
      checkOwner(call);
      const { coach_id } = call.params;
      await store.transaction(async ({ coaches, jobs }) => {
        if (!(await coaches.change(coach_id, { messages: call.body }))) throw new ProblemError('coach_not_found');
        // Sessions that are booked already get the new reminders, too.
        const now = clock.now();
        await jobs.add(planAllJob(coach_id, now), now);
      });
      return { reply: call.body };
    },
  };
}
