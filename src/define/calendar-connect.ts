/** Defines `<cb-calendar-connect>` when it is imported: `import '@culturebridge/booking/define/calendar-connect'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbCalendarConnect } from '../elements/calendar-connect/calendar-connect.ts';

register('cb-calendar-connect', CbCalendarConnect);

export { CbCalendarConnect };
