/**
 * Defines every `cb-*` element: `import '@culturebridge/booking/define'`. What a first look does not need arrives in chunks
 * of its own right after. Twice on a page is harmless.
 */
import * as z from 'zod/mini';
import { CbAvailabilityPicker } from './elements/availability-picker/availability-picker.ts';
import { register } from './elements/base/register.ts';
import { CbBooking } from './elements/booking/booking.ts';
import { loadPageElement, pageElements } from './elements/definitions/page-elements.ts';

// zod tries `new Function` for speed; a page with a strict Content-Security-Policy reports the try as a violation.
z.config({ jitless: true });
register('cb-booking', CbBooking);
register('cb-availability-picker', CbAvailabilityPicker);
for (const tag of Object.keys(pageElements)) void loadPageElement(tag);
