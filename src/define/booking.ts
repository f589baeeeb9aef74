/** Defines `<cb-booking>` when it is imported: `import '@culturebridge/booking/define/booking'`. Twice on a page is harmless. */
import { CbBooking } from '../elements/booking/booking.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-booking', CbBooking);

export { CbBooking };
