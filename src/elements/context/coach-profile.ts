import type { Coach } from '../../contract/index.ts';
import { createStore, type Store, type WritableStore } from '../../core/store.ts';
import type { VisitorClient } from './shared-client.ts';

/** The state of a coach's profile. `missing`: it could not be loaded, or the backend has none; booking works without it. */
export type CoachProfileState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly coach: Coach }
  | { readonly status: 'missing' };

/** A coach's profile as a store. */
export type CoachProfile = Store<CoachProfileState>;

const profiles = new WeakMap<VisitorClient, Map<string, CoachProfile>>();

/**
 * Loads a coach's profile once for each client; after a failure the next element that needs it loads it again. A profile that is saved
 * on the same page replaces the loaded one in all elements.
 */
export function coachProfile(client: VisitorClient, coachId: string): CoachProfile {
  const known = profiles.get(client) ?? new Map<string, CoachProfile>();
  profiles.set(client, known);
  const found = known.get(coachId);
  if (found && found.state.status !== 'missing') return found;
  const profile = createStore<CoachProfileState>({ status: 'loading' });
  known.set(coachId, profile);
  client.getCoach({ params: { coach_id: coachId } }).then(
    (coach) => profile.set({ status: 'ready', coach }),
    () => profile.set({ status: 'missing' }),
  );
  renewWhenSaved(coachId, new WeakRef(profile));
  return profile;
}

/** Holds the profile weakly: the page outlives its clients, and this listener must not keep their data in memory. */
function renewWhenSaved(coachId: string, known: WeakRef<WritableStore<CoachProfileState>>): void {
  const renew = ({ coach }: GlobalEventHandlersEventMap['cb-profile-saved']) => {
    const profile = known.deref();
    if (!profile) removeEventListener('cb-profile-saved', renew);
    else if (coach.user_id === coachId) profile.set({ status: 'ready', coach });
  };
  addEventListener('cb-profile-saved', renew);
}
