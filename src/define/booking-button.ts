/** Defines `<cb-booking-button>` when it is imported: `import '@culturebridge/booking/define/booking-button'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbBookingButton } from '../elements/booking-button/booking-button.ts';

register('cb-booking-button', CbBookingButton);

export { CbBookingButton };
