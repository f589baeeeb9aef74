/** Defines `<cb-sign-in>` when it is imported: `import '@culturebridge/booking/define/sign-in'`. Twice on a page is harmless. */

import { defineElement } from '../elements/definitions/define-element.ts';
import { CbSignIn } from '../elements/sign-in/sign-in.ts';

defineElement('cb-sign-in', CbSignIn);

export { CbSignIn };
