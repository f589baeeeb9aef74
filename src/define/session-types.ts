/** Defines `<cb-session-types>` when it is imported: `import '@culturebridge/booking/define/session-types'`. Twice on a page is harmless. */
import { register } from '../elements/base/register.ts';
import { CbSessionTypes } from '../elements/session-types/session-types.ts';

register('cb-session-types', CbSessionTypes);

export { CbSessionTypes };
