/** Defines `<cb-first-steps>` when it is imported: `import '@culturebridge/booking/define/first-steps'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbFirstSteps } from '../elements/first-steps/first-steps.ts';

register('cb-first-steps', CbFirstSteps);

export { CbFirstSteps };
