/** Defines `<cb-availability-picker>` when it is imported: `import '@culturebridge/booking/define/availability-picker'`. Twice on a page is harmless. */
import { CbAvailabilityPicker } from '../elements/availability-picker/availability-picker.ts';
import { register } from '../elements/base/register.ts';

register('cb-availability-picker', CbAvailabilityPicker);

export { CbAvailabilityPicker };
