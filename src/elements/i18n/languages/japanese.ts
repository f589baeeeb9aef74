import { japaneseRefusals } from '../../../contract/refusals/japanese.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './japanese/calendars.ts';
import { desk } from './japanese/desk.ts';
import { journey } from './japanese/journey.ts';
import { selling } from './japanese/selling.ts';
import { visits } from './japanese/visits.ts';

/** Every text of the elements in Japanese. */
export const japanese: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: japaneseRefusals,
};
