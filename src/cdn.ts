/**
 * The script-tag entry. Defines the elements that show times at once; every other element is loaded in a chunk when the visitor is
 * about to need it, or when its tag is on the page. Loading it twice is harmless; a second version, or a browser that is too old, only
 * writes a warning.
 */
import { CbAvailabilityPicker } from './elements/availability-picker/availability-picker.ts';
import { isBrowserNewEnough } from './elements/base/browser.ts';
import { register } from './elements/base/register.ts';
import { isFirstVersion } from './elements/base/version.ts';
import { CbBooking } from './elements/booking/booking.ts';
import { loadOnSight } from './elements/definitions/load-on-sight.ts';

export { defineLocale } from './elements/i18n/locales.ts';

if (isFirstVersion() && isBrowserNewEnough()) {
  register('cb-booking', CbBooking);
  register('cb-availability-picker', CbAvailabilityPicker);
  loadOnSight();
}
