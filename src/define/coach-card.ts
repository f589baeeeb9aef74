/** Defines `<cb-coach-card>` when it is imported: `import '@culturebridge/booking/define/coach-card'`. Twice on a page is harmless. */

import { register } from '../elements/base/register.ts';
import { CbCoachCard } from '../elements/coach-card/coach-card.ts';

register('cb-coach-card', CbCoachCard);

export { CbCoachCard };
