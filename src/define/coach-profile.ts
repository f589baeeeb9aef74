/** Defines `<cb-coach-profile>` when it is imported: `import '@culturebridge/booking/define/coach-profile'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbCoachProfile } from '../elements/coach-profile/coach-profile.ts';

register('cb-coach-profile', CbCoachProfile);

export { CbCoachProfile };
