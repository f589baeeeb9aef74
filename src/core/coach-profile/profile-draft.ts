import type { Coach } from '../../contract/coach.ts';
import { type CoachProfileBody, PROFILE_LIST_MAX } from '../../contract/desk/coach-profile.ts';
import { pictureAddress } from '../../domain/calendar/web-address.ts';

/** A coach's profile as texts of a form's fields. Lists are separated by commas. */
export interface ProfileDraft {
  readonly name: string;
  readonly headline: string;
  readonly bio: string;
  /** A web address, or the picture itself as `data:image/…`. */
  readonly photo_url: string;
  readonly languages: string;
  readonly expertise: string;
  /** Price of an hour in the currency's main unit. */
  readonly hourly_rate: string;
  readonly currency: string;
  readonly time_zone: string;
  readonly location: string;
}

/** A field of the draft. */
export type ProfileField = keyof ProfileDraft;

/** The fault of a field. */
export type ProfileFault =
  | { readonly code: 'needed' | 'address' | 'price' | 'currency' }
  /** More characters than `most`; in a list, in one of its entries. */
  | { readonly code: 'long'; readonly most: number }
  | { readonly code: 'many'; readonly most: number };

const LONGEST = { name: 120, headline: 160, bio: 2000, location: 120 } as const;
const LONGEST_ENTRY = 60;

/** A draft filled from a coach's profile. */
export function draftOf(coach: Coach): ProfileDraft {
  return {
    name: coach.name ?? '',
    headline: coach.headline ?? '',
    bio: coach.bio ?? '',
    photo_url: coach.photo_url ?? '',
    languages: (coach.languages ?? []).join(', '),
    expertise: (coach.expertise ?? []).join(', '),
    hourly_rate: coach.hourly_rate == null ? '' : String(coach.hourly_rate),
    currency: coach.currency ?? '',
    time_zone: coach.time_zone ?? '',
    location: coach.location ?? '',
  };
}

/** The entries of a list, separated by commas, semicolons or line breaks; each once. */
export function entriesOf(text: string): string[] {
  const entries = text.split(/[,;\n]/).map((entry) => entry.trim());
  return [...new Set(entries.filter(Boolean))];
}

/** Reads the number of a price, `95,50` or `95.50`; undefined when it is none. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

/** The faults that keep the draft from being saved, in the order of the fields. */
export function faultsOf(draft: ProfileDraft): ReadonlyMap<ProfileField, ProfileFault> {
  const faults = new Map<ProfileField, ProfileFault>();
  if (!draft.name.trim()) faults.set('name', { code: 'needed' });
  for (const field of ['name', 'headline', 'bio', 'location'] as const) {
    const most = LONGEST[field];
    if (draft[field].trim().length > most) faults.set(field, { code: 'long', most });
  }
  if (draft.photo_url.trim() && !pictureAddress(draft.photo_url)) faults.set('photo_url', { code: 'address' });
  for (const field of ['languages', 'expertise'] as const) {
    const entries = entriesOf(draft[field]);
    if (entries.length > PROFILE_LIST_MAX) faults.set(field, { code: 'many', most: PROFILE_LIST_MAX });
    else if (entries.some((entry) => entry.length > LONGEST_ENTRY))
      faults.set(field, { code: 'long', most: LONGEST_ENTRY });
  }
  const isPriced = draft.hourly_rate.trim() !== '';
  if (isPriced && numberOf(draft.hourly_rate) === undefined) faults.set('hourly_rate', { code: 'price' });
  const currency = draft.currency.trim();
  if (currency ? !/^[A-Za-z]{3}$/.test(currency) : isPriced) faults.set('currency', { code: 'currency' });
  return faults;
}

/** The profile that a draft without faults describes. */
function bodyOf(draft: ProfileDraft): Required<Omit<CoachProfileBody, 'time_zone'>> & { time_zone?: string } {
  const text = (field: ProfileField) => draft[field].trim() || null;
  return {
    name: draft.name.trim(),
    headline: text('headline'),
    bio: text('bio'),
    photo_url: text('photo_url'),
    languages: entriesOf(draft.languages),
    expertise: entriesOf(draft.expertise),
    hourly_rate: numberOf(draft.hourly_rate) ?? null,
    currency: text('currency')?.toUpperCase() ?? null,
    location: text('location'),
    ...(draft.time_zone && { time_zone: draft.time_zone }),
  };
}

/** The changes of a draft against the saved profile; only fields that differ. */
export function changesOf(saved: Coach, draft: ProfileDraft): CoachProfileBody {
  const before = bodyOf(draftOf(saved));
  const changed = Object.entries(bodyOf(draft)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as ProfileField]),
  );
  return Object.fromEntries(changed);
}

/** The coach as visitors would see them if the draft were saved. */
export function previewOf(saved: Coach, draft: ProfileDraft): Coach {
  return { ...saved, ...bodyOf(draft) };
}
