import { germanRefusals } from '../../../contract/refusals/german.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './german/calendars.ts';
import { desk } from './german/desk.ts';
import { journey } from './german/journey.ts';
import { selling } from './german/selling.ts';
import { visits } from './german/visits.ts';

/** Every text of the elements in German. */
export const german: Messages = { ...journey, ...selling, ...visits, ...calendars, ...desk, refusals: germanRefusals };
