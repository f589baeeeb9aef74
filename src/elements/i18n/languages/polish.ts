import { polishRefusals } from '../../../contract/refusals/polish.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './polish/calendars.ts';
import { desk } from './polish/desk.ts';
import { journey } from './polish/journey.ts';
import { selling } from './polish/selling.ts';
import { visits } from './polish/visits.ts';

/** Every text of the elements in Polish. */
export const polish: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: polishRefusals,
};
