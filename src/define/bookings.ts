/** Defines `<cb-bookings>` when it is imported: `import '@culturebridge/booking/define/bookings'`. Twice on a page is harmless. */
import { CbBookings } from '../elements/bookings/bookings.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-bookings', CbBookings);

export { CbBookings };
