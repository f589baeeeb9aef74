/** Defines `<cb-slot-list>` when it is imported: `import '@culturebridge/booking/define/slot-list'`. Twice on a page is harmless. */

import { defineElement } from '../elements/definitions/define-element.ts';
import { CbSlotList } from '../elements/slot-list/slot-list.ts';

defineElement('cb-slot-list', CbSlotList);

export { CbSlotList };
