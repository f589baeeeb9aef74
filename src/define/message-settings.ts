/** Defines `<cb-message-settings>` when it is imported: `import '@culturebridge/booking/define/message-settings'`. Twice on a page is harmless. */
import { defineElement } from '../elements/definitions/define-element.ts';
import { CbMessageSettings } from '../elements/message-settings/message-settings.ts';

defineElement('cb-message-settings', CbMessageSettings);

export { CbMessageSettings };
