/** Defines `<cb-message-settings>` when it is imported: `import '@culturebridge/booking/define/message-settings'`. Twice on a page is harmless. */
import { register } from '../elements/base/register.ts';
import { CbMessageSettings } from '../elements/message-settings/message-settings.ts';

register('cb-message-settings', CbMessageSettings);

export { CbMessageSettings };
