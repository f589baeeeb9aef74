/** Defines `<cb-booking-confirmation>` when it is imported: `import '@culturebridge/booking/define/booking-confirmation'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbBookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.ts';

register('cb-booking-confirmation', CbBookingConfirmation);

export { CbBookingConfirmation };
