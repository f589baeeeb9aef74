/** Defines `<cb-sign-in>` when it is imported: `import '@culturebridge/booking/define/sign-in'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbSignIn } from '../elements/sign-in/sign-in.ts';

register('cb-sign-in', CbSignIn);

export { CbSignIn };
