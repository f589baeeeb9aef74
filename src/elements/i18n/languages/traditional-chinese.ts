import { traditionalChineseRefusals } from '../../../contract/refusals/traditional-chinese.ts';
import type { Messages } from '../messages.ts';
import { calendars } from './traditional-chinese/calendars.ts';
import { desk } from './traditional-chinese/desk.ts';
import { journey } from './traditional-chinese/journey.ts';
import { selling } from './traditional-chinese/selling.ts';
import { visits } from './traditional-chinese/visits.ts';

/** Every text of the elements in traditional Chinese. */
export const traditionalChinese: Messages = {
  ...journey,
  ...selling,
  ...visits,
  ...calendars,
  ...desk,
  refusals: traditionalChineseRefusals,
};
