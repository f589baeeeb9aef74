import { turkishRefusals } from '../../../contract/refusals/turkish.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './turkish/calendars.ts';
import { desk } from './turkish/desk.ts';
import { journey } from './turkish/journey.ts';
import { selling } from './turkish/selling.ts';
import { visits } from './turkish/visits.ts';

/** Every text of the elements in Turkish. */
export const turkish: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: turkishRefusals,
};
