/** Defines `<cb-coach-card>` when it is imported: `import '@culturebridge/booking/define/coach-card'`. Twice on a page is harmless. */
import { CbCoachCard } from '../elements/coach-card/coach-card.ts';
import { defineElement } from '../elements/definitions/define-element.ts';

defineElement('cb-coach-card', CbCoachCard);

export { CbCoachCard };
