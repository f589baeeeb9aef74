/** Defines `<cb-month-grid>` when it is imported: `import '@culturebridge/booking/define/month-grid'`. Twice on a page is harmless. */

import { defineElement } from '../elements/definitions/define-element.ts';
import { CbMonthGrid } from '../elements/month-grid/month-grid.ts';

defineElement('cb-month-grid', CbMonthGrid);

export { CbMonthGrid };
