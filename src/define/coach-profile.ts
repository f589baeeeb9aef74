/** Defines `<cb-coach-profile>` when it is imported: `import '@culturebridge/booking/define/coach-profile'`. Twice on a page is harmless. */
import { CbCoachProfile } from '../elements/coach-profile/coach-profile.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-coach-profile', CbCoachProfile);

export { CbCoachProfile };
