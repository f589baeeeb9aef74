/** Defines `<cb-availability-picker>` when it is imported: `import '@culturebridge/booking/define/availability-picker'`. Twice on a page is harmless. */
import { CbAvailabilityPicker } from '../elements/availability-picker/availability-picker.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-availability-picker', CbAvailabilityPicker);

export { CbAvailabilityPicker };
