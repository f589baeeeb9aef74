/** Defines `<cb-booking-confirmation>` when it is imported: `import '@culturebridge/booking/define/booking-confirmation'`. Twice on a page is harmless. */
import { CbBookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-booking-confirmation', CbBookingConfirmation);

export { CbBookingConfirmation };
