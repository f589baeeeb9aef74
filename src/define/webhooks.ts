/** Defines `<cb-webhooks>` when it is imported: `import '@culturebridge/booking/define/webhooks'`. Twice on a page is harmless. */
import { register } from '../elements/base/register.ts';
import { CbWebhooks } from '../elements/webhooks/webhooks.ts';

register('cb-webhooks', CbWebhooks);

export { CbWebhooks };
