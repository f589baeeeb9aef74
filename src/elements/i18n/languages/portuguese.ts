import { portugueseRefusals } from '../../../contract/refusals/portuguese.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './portuguese/calendars.ts';
import { desk } from './portuguese/desk.ts';
import { journey } from './portuguese/journey.ts';
import { selling } from './portuguese/selling.ts';
import { visits } from './portuguese/visits.ts';

/** Every text of the elements in Brazilian Portuguese. */
export const portuguese: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: portugueseRefusals,
};
