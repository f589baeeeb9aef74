/** Defines `<cb-calendar-connect>` when it is imported: `import '@culturebridge/booking/define/calendar-connect'`. Twice on a page is harmless. */
import { CbCalendarConnect } from '../elements/calendar-connect/calendar-connect.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-calendar-connect', CbCalendarConnect);

export { CbCalendarConnect };
