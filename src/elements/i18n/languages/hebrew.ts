import { hebrewRefusals } from '../../../contract/refusals/hebrew.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './hebrew/calendars.ts';
import { desk } from './hebrew/desk.ts';
import { journey } from './hebrew/journey.ts';
import { selling } from './hebrew/selling.ts';
import { visits } from './hebrew/visits.ts';

/** Every text of the elements in Hebrew. */
export const hebrew: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: hebrewRefusals,
};
