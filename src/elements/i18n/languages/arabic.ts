import { arabicRefusals } from '../../../contract/refusals/arabic.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './arabic/calendars.ts';
import { desk } from './arabic/desk.ts';
import { journey } from './arabic/journey.ts';
import { selling } from './arabic/selling.ts';
import { visits } from './arabic/visits.ts';

/** Every text of the elements in Arabic. */
export const arabic: Messages = { ...journey, ...selling, ...visits, ...calendars, ...desk, refusals: arabicRefusals };
