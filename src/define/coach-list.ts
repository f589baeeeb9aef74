/** Defines `<cb-coach-list>` when it is imported: `import '@culturebridge/booking/define/coach-list'`. Twice on a page is harmless. */
import { CbCoachList } from '../elements/coach-list/coach-list.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-coach-list', CbCoachList);

export { CbCoachList };
