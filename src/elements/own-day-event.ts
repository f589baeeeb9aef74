import type { Instant } from '../contract/values.ts';

/** Which of the times shown a visitor has something else at changed. */
export class OwnDayEvent extends Event {
  static readonly type = 'cb-own-day';
  /** By start, with the words to put beside it. */
  constructor(readonly busy: ReadonlyMap<Instant, string>) {
    // For the picker around it alone: what a visitor does elsewhere is not the page's to hear.
    super(OwnDayEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cb-own-day': OwnDayEvent;
  }
}
