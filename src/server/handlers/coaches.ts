import { ATTENDEES_MAX } from '../../contract/booking.ts';
import type { Coach } from '../../contract/coach.ts';
import { DEFAULT_PAGE_SIZE } from '../../contract/query.ts';
import { isOwnerOrAdmin } from '../bookings/rights.ts';
import { givenFields } from '../http/given-fields.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { CoachRecord } from '../ports.ts';
import { isListed } from '../session-types/offered-types.ts';

/** Handlers that list coaches, give one coach's profile, and change the coach's own. */
export function coachHandlers({ store, shop }: Services): Pick<Handlers, 'listCoaches' | 'getCoach' | 'updateCoach'> {
  return {
    async listCoaches({ query }) {
      const skip = query.skip ?? 0;
      const found = (await store.coaches.list())
        .filter(({ isActive, isHidden }) => isActive && isHidden !== true)
        .map(writeCoach)
        .filter((coach) => matches(coach, query));
      return { reply: { coaches: found.slice(skip, skip + (query.limit ?? DEFAULT_PAGE_SIZE)), total: found.length } };
    },

    async getCoach({ params }) {
      const coach = await store.coaches.find(params.coach_id);
      if (!coach) throw new ProblemError('coach_not_found');
      const types = await shop.sessionTypes.ofCoach(params.coach_id);
      const offersTypes = types.some(isListed);
      return { reply: { ...writeCoach(coach), ...(offersTypes && { has_session_types: true }) } };
    },

    async updateCoach({ params: { coach_id }, body, caller }) {
      if (!isOwnerOrAdmin(caller, coach_id, 'coach')) throw new ProblemError('forbidden');
      const { time_zone, ...changes } = body;
      const coach = await store.transaction(async ({ coaches }) => {
        const found = await coaches.find(coach_id);
        if (!found) throw new ProblemError('coach_not_found');
        const { schedule, scheduleVersion } = found;
        if (time_zone !== undefined && time_zone !== schedule.time_zone) {
          await coaches.saveSchedule(coach_id, scheduleVersion, { ...schedule, time_zone });
        }
        const changed = await coaches.change(coach_id, { profile: { ...found.profile, ...givenFields(changes) } });
        if (!changed) throw new ProblemError('coach_not_found');
        return changed;
      });
      return { reply: writeCoach(coach) };
    },
  };
}

function writeCoach({ profile, isActive, schedule, messages, consentVersion }: CoachRecord): Coach {
  const { privacy_url, consent_text: text } = messages ?? {};
  return {
    ...profile,
    ...(privacy_url && { privacy_url }),
    ...(text && consentVersion !== undefined && { consent: { text, version: consentVersion } }),
    time_zone: schedule.time_zone,
    is_active: isActive,
    durations: schedule.durations,
    cancel_notice_minutes: schedule.cancel_notice_minutes,
    move_notice_minutes: schedule.move_notice_minutes,
    attendees_max: ATTENDEES_MAX,
  };
}

interface Wish {
  readonly q?: string | undefined;
  readonly language?: string | undefined;
  readonly expertise?: string | undefined;
  readonly max_rate?: number | undefined;
}

function matches(coach: Coach, { q, language, expertise, max_rate }: Wish): boolean {
  const text = [coach.name, coach.headline, coach.bio, ...(coach.languages ?? []), ...(coach.expertise ?? [])]
    .filter((part) => part != null)
    .join('\n')
    .toLowerCase();
  return (
    (q ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    includes(coach.languages, language) &&
    includes(coach.expertise, expertise) &&
    (max_rate === undefined || (coach.hourly_rate != null && coach.hourly_rate <= max_rate))
  );
}

function includes(list: readonly string[] | null | undefined, wanted: string | undefined): boolean {
  if (!wanted) return true;
  return (list ?? []).some((entry) => entry.toLowerCase() === wanted.toLowerCase());
}
