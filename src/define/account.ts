/** Defines `<cb-account>` when it is imported: `import '@culturebridge/booking/define/account'`. Twice on a page is harmless. */
import { CbAccount } from '../elements/account/account.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-account', CbAccount);

export { CbAccount };
