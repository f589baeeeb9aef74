import type { Coach } from '../../contract/index.ts';
import { createStore, type Store } from '../../core/store.ts';
import type { VisitorClient } from './shared-client.ts';

/** What is known of a coach. `missing`: the backend does not tell; booking goes on without it. */
export type CoachProfileState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly coach: Coach }
  | { readonly status: 'missing' };

/** A coach's profile as a store. */
export type CoachProfile = Store<CoachProfileState>;

const profiles = new WeakMap<VisitorClient, Map<string, CoachProfile>>();

/** Asks for a coach's profile once a client; a failure is asked again by the next element that needs it. */
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
  return profile;
}
