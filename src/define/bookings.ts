/** Defines `<cb-bookings>` when it is imported: `import '@culturebridge/booking/define/bookings'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbBookings } from '../elements/bookings/bookings.ts';

register('cb-bookings', CbBookings);

export { CbBookings };
