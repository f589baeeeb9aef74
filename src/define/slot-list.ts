/** Defines `<cb-slot-list>` when it is imported: `import '@culturebridge/booking/define/slot-list'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbSlotList } from '../elements/slot-list/slot-list.ts';

register('cb-slot-list', CbSlotList);

export { CbSlotList };
