/** Defines `<cb-availability-editor>` when it is imported: `import '@culturebridge/booking/define/availability-editor'`. Twice on a page is harmless. */
import { CbAvailabilityEditor } from '../elements/availability-editor/availability-editor.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-availability-editor', CbAvailabilityEditor);

export { CbAvailabilityEditor };
