import { russianRefusals } from '../../../contract/refusals/russian.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './russian/calendars.ts';
import { desk } from './russian/desk.ts';
import { journey } from './russian/journey.ts';
import { selling } from './russian/selling.ts';
import { visits } from './russian/visits.ts';

/** Every text of the elements in Russian. */
export const russian: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: russianRefusals,
};
