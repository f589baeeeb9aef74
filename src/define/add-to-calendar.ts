/** Defines `<cb-add-to-calendar>` when it is imported: `import '@culturebridge/booking/define/add-to-calendar'`. Twice on a page is harmless. */
import { CbAddToCalendar } from '../elements/add-to-calendar/add-to-calendar.ts';
import { register } from '../elements/base/register.ts';

register('cb-add-to-calendar', CbAddToCalendar);

export { CbAddToCalendar };
