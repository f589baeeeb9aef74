import { italianRefusals } from '../../../contract/refusals/italian.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './italian/calendars.ts';
import { desk } from './italian/desk.ts';
import { journey } from './italian/journey.ts';
import { selling } from './italian/selling.ts';
import { visits } from './italian/visits.ts';

/** Every text of the elements in Italian. */
export const italian: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: italianRefusals,
};
