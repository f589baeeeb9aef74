import { simplifiedChineseRefusals } from '../../../contract/refusals/simplified-chinese.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './simplified-chinese/calendars.ts';
import { desk } from './simplified-chinese/desk.ts';
import { journey } from './simplified-chinese/journey.ts';
import { selling } from './simplified-chinese/selling.ts';
import { visits } from './simplified-chinese/visits.ts';

/** Every text of the elements in simplified Chinese. */
export const simplifiedChinese: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: simplifiedChineseRefusals,
};
