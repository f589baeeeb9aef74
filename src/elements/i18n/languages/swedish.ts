import { swedishRefusals } from '../../../contract/refusals/swedish.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './swedish/calendars.ts';
import { desk } from './swedish/desk.ts';
import { journey } from './swedish/journey.ts';
import { selling } from './swedish/selling.ts';
import { visits } from './swedish/visits.ts';

/** Every text of the elements in Swedish. */
export const swedish: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: swedishRefusals,
};
