/** Defines `<cb-booking-form>` when it is imported: `import '@culturebridge/booking/define/booking-form'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbBookingForm } from '../elements/booking-form/booking-form.ts';

register('cb-booking-form', CbBookingForm);

export { CbBookingForm };
