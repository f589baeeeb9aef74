import { koreanRefusals } from '../../../contract/refusals/korean.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './korean/calendars.ts';
import { desk } from './korean/desk.ts';
import { journey } from './korean/journey.ts';
import { selling } from './korean/selling.ts';
import { visits } from './korean/visits.ts';

/** Every text of the elements in Korean. */
export const korean: Messages = { ...journey, ...selling, ...visits, ...calendars, ...desk, refusals: koreanRefusals };
