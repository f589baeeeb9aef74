/** Defines `<cb-time-zone-picker>` when it is imported: `import '@culturebridge/booking/define/time-zone-picker'`. Twice on a page is harmless. */

import { defineElement } from '../elements/definitions/define-element.ts';
import { CbTimeZonePicker } from '../elements/time-zone-picker/time-zone-picker.ts';

defineElement('cb-time-zone-picker', CbTimeZonePicker);

export { CbTimeZonePicker };
