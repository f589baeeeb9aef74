import { persianRefusals } from '../../../contract/refusals/persian.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './persian/calendars.ts';
import { desk } from './persian/desk.ts';
import { journey } from './persian/journey.ts';
import { selling } from './persian/selling.ts';
import { visits } from './persian/visits.ts';

/** Every text of the elements in Persian. */
export const persian: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: persianRefusals,
};
