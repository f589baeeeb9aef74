/** Defines `<cb-time-zone-picker>` when it is imported: `import '@culturebridge/booking/define/time-zone-picker'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbTimeZonePicker } from '../elements/time-zone-picker/time-zone-picker.ts';

register('cb-time-zone-picker', CbTimeZonePicker);

export { CbTimeZonePicker };
