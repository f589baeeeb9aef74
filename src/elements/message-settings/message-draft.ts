import { ERASE_AFTER_LEAST, ERASE_AFTER_MOST, type MessageSettings } from '../../contract/desk/message-settings.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';

/** The settings as texts of a form's fields. */
export interface MessageDraft {
  /** Minutes before the start, the longest first. */
  readonly reminders: readonly number[];
  /** Hours after the end; empty: never. */
  readonly follow_up_hours: string;
  readonly follow_up_text: string;
  readonly own_line: string;
  readonly color: string;
  readonly logo_url: string;
  readonly page_url: string;
  readonly language: string;
  readonly privacy_url: string;
  readonly consent_text: string;
  readonly erase_after_days: string;
}

/** A field of the draft with one text. */
export type TextField = Exclude<keyof MessageDraft, 'reminders'>;

/** What is wrong with a field. */
type MessageFault = 'address' | 'color' | 'days' | 'many' | 'language';

/** The most reminders of a session. */
export const REMINDERS_MOST = 5;

/** A draft filled from the settings. */
export function draftOf(settings: MessageSettings): MessageDraft {
  return {
    reminders: [...settings.reminder_minutes].sort((a, b) => b - a),
    follow_up_hours: settings.follow_up_hours === null ? '' : String(settings.follow_up_hours),
    follow_up_text: settings.follow_up_text ?? '',
    own_line: settings.own_line ?? '',
    color: settings.color ?? '',
    logo_url: settings.logo_url ?? '',
    page_url: settings.page_url ?? '',
    language: settings.language ?? '',
    privacy_url: settings.privacy_url ?? '',
    consent_text: settings.consent_text ?? '',
    erase_after_days: settings.erase_after_days == null ? '' : String(settings.erase_after_days),
  };
}

/** What keeps the draft from being saved, in the order of the fields. */
export function faultsOf(draft: MessageDraft): ReadonlyMap<keyof MessageDraft, MessageFault> {
  const faults = new Map<keyof MessageDraft, MessageFault>();
  if (draft.reminders.length > REMINDERS_MOST) faults.set('reminders', 'many');
  const color = draft.color.trim();
  if (color && !/^#[0-9a-fA-F]{6}$/.test(color)) faults.set('color', 'color');
  for (const field of ['logo_url', 'page_url', 'privacy_url'] as const) {
    // A page may have the coach's id in it: `https://example.com/{coach}`.
    if (draft[field].trim() && !webAddress(draft[field])) faults.set(field, 'address');
  }
  const language = draft.language.trim();
  if (language && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) faults.set('language', 'language');
  const days = draft.erase_after_days.trim();
  const isDays = /^\d+$/.test(days) && Number(days) >= ERASE_AFTER_LEAST && Number(days) <= ERASE_AFTER_MOST;
  if (days && !isDays) faults.set('erase_after_days', 'days');
  return faults;
}

/** The settings that a draft without faults describes. */
export function settingsOf(draft: MessageDraft): MessageSettings {
  const text = (field: TextField) => draft[field].trim() || null;
  const number = (field: TextField) => (draft[field].trim() ? Number(draft[field]) : null);
  return {
    reminder_minutes: [...draft.reminders],
    follow_up_hours: number('follow_up_hours'),
    follow_up_text: text('follow_up_text'),
    own_line: text('own_line'),
    color: text('color'),
    logo_url: text('logo_url'),
    page_url: text('page_url'),
    language: text('language'),
    privacy_url: text('privacy_url'),
    consent_text: text('consent_text'),
    erase_after_days: number('erase_after_days'),
  };
}
