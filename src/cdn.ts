/**
 * The script-tag entry. Defines what shows times at once; every other element comes in a chunk of its own when the visitor is
 * about to need it, or when its tag is seen on the page. Twice on a page is harmless; a second version does nothing but say so.
 */
import { CbAvailabilityPicker } from './elements/availability-picker/availability-picker.ts';
import { register } from './elements/base/register.ts';
import { isFirstVersion } from './elements/base/version.ts';
import { CbBooking } from './elements/booking/booking.ts';
import { loadOnSight } from './elements/definitions/load-on-sight.ts';

if (isFirstVersion()) {
  register('cb-booking', CbBooking);
  register('cb-availability-picker', CbAvailabilityPicker);
  loadOnSight();
}
