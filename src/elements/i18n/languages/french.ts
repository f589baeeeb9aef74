import { frenchRefusals } from '../../../contract/refusals/french.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './french/calendars.ts';
import { desk } from './french/desk.ts';
import { journey } from './french/journey.ts';
import { selling } from './french/selling.ts';
import { visits } from './french/visits.ts';

/** Every text of the elements in French. */
export const french: Messages = { ...journey, ...selling, ...visits, ...calendars, ...desk, refusals: frenchRefusals };
