/** Defines `<cb-booking-button>` when it is imported: `import '@culturebridge/booking/define/booking-button'`. Twice on a page is harmless. */
import { CbBookingButton } from '../elements/booking-button/booking-button.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-booking-button', CbBookingButton);

export { CbBookingButton };
