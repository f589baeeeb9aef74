import { czechRefusals } from '../../../contract/refusals/czech.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './czech/calendars.ts';
import { desk } from './czech/desk.ts';
import { journey } from './czech/journey.ts';
import { selling } from './czech/selling.ts';
import { visits } from './czech/visits.ts';

/** Every text of the elements in Czech. */
export const czech: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: czechRefusals,
};
