import { ukrainianRefusals } from '../../../contract/refusals/ukrainian.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './ukrainian/calendars.ts';
import { desk } from './ukrainian/desk.ts';
import { journey } from './ukrainian/journey.ts';
import { selling } from './ukrainian/selling.ts';
import { visits } from './ukrainian/visits.ts';

/** Every text of the elements in Ukrainian. */
export const ukrainian: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: ukrainianRefusals,
};
