/** Defines `<cb-account>` when it is imported: `import '@culturebridge/booking/define/account'`. Twice on a page is harmless. */
import { CbAccount } from '../elements/account/account.ts';
import { register } from '../elements/base/register.ts';

register('cb-account', CbAccount);

export { CbAccount };
