import { spanishRefusals } from '../../../contract/refusals/spanish.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './spanish/calendars.ts';
import { desk } from './spanish/desk.ts';
import { journey } from './spanish/journey.ts';
import { selling } from './spanish/selling.ts';
import { visits } from './spanish/visits.ts';

/** Every text of the elements in Spanish. */
export const spanish: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: spanishRefusals,
};
