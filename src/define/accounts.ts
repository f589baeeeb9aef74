/** Defines `<cb-accounts>` when it is imported: `import '@culturebridge/booking/define/accounts'`. Twice on a page is harmless. */
import { CbAccounts } from '../elements/accounts/accounts.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-accounts', CbAccounts);

export { CbAccounts };
