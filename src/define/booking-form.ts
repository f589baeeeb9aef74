/** Defines `<cb-booking-form>` when it is imported: `import '@culturebridge/booking/define/booking-form'`. Twice on a page is harmless. */
import { CbBookingForm } from '../elements/booking-form/booking-form.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-booking-form', CbBookingForm);

export { CbBookingForm };
