/** Defines `<cb-booking>` when it is imported: `import '@culturebridge/booking/define/booking'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbBooking } from '../elements/booking/booking.ts';

register('cb-booking', CbBooking);

export { CbBooking };
