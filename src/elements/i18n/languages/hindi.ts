import { hindiRefusals } from '../../../contract/refusals/hindi.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './hindi/calendars.ts';
import { desk } from './hindi/desk.ts';
import { journey } from './hindi/journey.ts';
import { selling } from './hindi/selling.ts';
import { visits } from './hindi/visits.ts';

/** Every text of the elements in Hindi. */
export const hindi: Messages = { ...journey, ...selling, ...visits, ...calendars, ...desk, refusals: hindiRefusals };
