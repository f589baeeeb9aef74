/** Defines `<cb-webhooks>` when it is imported: `import '@culturebridge/booking/define/webhooks'`. Twice on a page is harmless. */
import { defineElement } from '../elements/definitions/define-element.ts';
import { CbWebhooks } from '../elements/webhooks/webhooks.ts';

defineElement('cb-webhooks', CbWebhooks);

export { CbWebhooks };
