/** Defines `<cb-availability-editor>` when it is imported: `import '@culturebridge/booking/define/availability-editor'`. Twice on a page is harmless. */
import { CbAvailabilityEditor } from '../elements/availability-editor/availability-editor.ts';
import { register } from '../elements/base/register.ts';

register('cb-availability-editor', CbAvailabilityEditor);

export { CbAvailabilityEditor };
