/** Defines `<cb-session-types>` when it is imported: `import '@culturebridge/booking/define/session-types'`. Twice on a page is harmless. */
import { defineElement } from '../elements/definitions/define-element.ts';
import { CbSessionTypes } from '../elements/session-types/session-types.ts';

defineElement('cb-session-types', CbSessionTypes);

export { CbSessionTypes };
