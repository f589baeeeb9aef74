import { type ZoneListTexts, zoneListEnglish } from './parts/zone-list.ts';
import { type ZonePickerTexts, zonePickerEnglish } from './parts/zone-picker.ts';

/** The texts of the time zone picker and its list. */
export interface ZoneMessages extends ZonePickerTexts, ZoneListTexts {}

export const zoneEnglish: ZoneMessages = { ...zonePickerEnglish, ...zoneListEnglish };
