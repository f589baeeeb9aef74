import { type MessageSettings, usualMessageSettings } from '../../contract/desk/message-settings.ts';
import { eraseOfCoachJob } from '../bookings/erase-booking.ts';
import { isOwnerOrAdmin } from '../bookings/rights.ts';
import { givenFields } from '../http/given-fields.ts';
import type { Call, Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { planAllJob } from '../messages/mail-jobs.ts';
import type { CoachRecord } from '../ports.ts';

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
      return { reply: settingsOf(coach) };
    },

    async putMessageSettings(call) {
      checkOwner(call);
      const { coach_id } = call.params;
      const messages = await store.transaction(async ({ coaches, jobs }) => {
        const coach = await coaches.find(coach_id);
        if (!coach) throw new ProblemError('coach_not_found');
        const before = settingsOf(coach);
        const next: MessageSettings = { ...before, ...givenFields(call.body) };
        const hasNewWords = next.consent_text != null && next.consent_text !== before.consent_text;
        const consentVersion = (coach.consentVersion ?? 0) + 1;
        await coaches.change(coach_id, { messages: next, ...(hasNewWords && { consentVersion }) });
        // Sessions that are booked already get the new reminders, too.
        const now = clock.now();
        await jobs.add(planAllJob(coach_id, now), now);
        if (next.erase_after_days != null) await jobs.add(eraseOfCoachJob(coach_id, now), now);
        return next;
      });
      return { reply: messages };
    },
  };
}

/** The coach's settings, with the usual ones for those not chosen. */
function settingsOf({ messages }: CoachRecord): MessageSettings {
  return { ...usualMessageSettings, ...messages };
}
