/** Defines `<cb-coach-list>` when it is imported: `import '@culturebridge/booking/define/coach-list'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbCoachList } from '../elements/coach-list/coach-list.ts';

register('cb-coach-list', CbCoachList);

export { CbCoachList };
