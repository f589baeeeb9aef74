/** Defines `<cb-accounts>` when it is imported: `import '@culturebridge/booking/define/accounts'`. Twice on a page is harmless. */
import { CbAccounts } from '../elements/accounts/accounts.ts';
import { register } from '../elements/base/register.ts';

register('cb-accounts', CbAccounts);

export { CbAccounts };
