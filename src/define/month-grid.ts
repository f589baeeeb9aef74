/** Defines `<cb-month-grid>` when it is imported: `import '@culturebridge/booking/define/month-grid'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbMonthGrid } from '../elements/month-grid/month-grid.ts';

register('cb-month-grid', CbMonthGrid);

export { CbMonthGrid };
