/** Defines `<cb-first-steps>` when it is imported: `import '@culturebridge/booking/define/first-steps'`. Twice on a page is harmless. */

import { defineElement } from '../elements/definitions/define-element.ts';
import { CbFirstSteps } from '../elements/first-steps/first-steps.ts';

defineElement('cb-first-steps', CbFirstSteps);

export { CbFirstSteps };
