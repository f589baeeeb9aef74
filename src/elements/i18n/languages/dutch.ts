import { dutchRefusals } from '../../../contract/refusals/dutch.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './dutch/calendars.ts';
import { desk } from './dutch/desk.ts';
import { journey } from './dutch/journey.ts';
import { selling } from './dutch/selling.ts';
import { visits } from './dutch/visits.ts';

/** Every text of the elements in Dutch. */
export const dutch: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: dutchRefusals,
};
