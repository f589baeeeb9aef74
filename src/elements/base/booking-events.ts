import type { User } from '../../contract/index.ts';
import type { BookingError } from '../../core/errors.ts';
import type { BookingIntent } from '../../core/flow/flow.ts';
import type { FlowStatus } from '../../core/flow/state.ts';
import { ElementEvent } from './element-event.ts';

/**
 * A booking is about to be sent to the server. `preventDefault()` keeps the visitor in the form; `waitUntil(promise)` delays the
 * booking until the promise settles; when it rejects or gives `false`, the visitor stays in the form too.
 */
export class BeforeBookEvent extends ElementEvent {
  static override readonly type = 'cb-before-book';
  readonly #waits: Promise<unknown>[] = [];
  /** Shows the server that a person is booking: set it to the result of your captcha or proof of work, before the wait is over. */
  visitorToken: string | undefined;

  constructor(readonly intent: BookingIntent) {
    super({ cancelable: true });
  }

  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Dispatches the event on `target`; true when the booking may be sent. */
  async allowedBy(target: EventTarget): Promise<boolean> {
    if (!target.dispatchEvent(this)) return false;
    const outcomes = await Promise.allSettled(this.#waits);
    return outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value !== false);
  }
}

/** The visitor went to another step of the booking. */
export class StepChangeEvent extends ElementEvent {
  static override readonly type = 'cb-step-change';
  constructor(readonly step: FlowStatus) {
    super();
  }
}

/** A booking was refused or could not be sent; the visitor has seen the reason. */
export class BookingFailedEvent extends ElementEvent {
  static override readonly type = 'cb-booking-failed';
  constructor(readonly error: BookingError) {
    super();
  }
}

/** A visitor signed in or signed up. `user` is undefined when the backend does not give it. */
export class SignedInEvent extends ElementEvent {
  static override readonly type = 'cb-signed-in';
  constructor(readonly user: User | undefined) {
    super();
  }
}

/** The page signs its visitors in itself (`getToken`), and this visitor is not signed in: show your own sign-in now. */
export class SignInNeededEvent extends ElementEvent {
  static override readonly type = 'cb-sign-in-needed';
}

/** The visitor goes back to the previous step. */
export class BackEvent extends ElementEvent {
  static override readonly type = 'cb-back';
}

/** The visitor wants another time after a booking. */
export class BookAnotherEvent extends ElementEvent {
  static override readonly type = 'cb-book-another';
}

/** A signed-in visitor wants to move or cancel the booking just made. `preventDefault()` when the page shows its own view. */
export class ManageEvent extends ElementEvent {
  static override readonly type = 'cb-manage';
  constructor() {
    super({ cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cb-before-book': BeforeBookEvent;
    'cb-step-change': StepChangeEvent;
    'cb-booking-failed': BookingFailedEvent;
    'cb-signed-in': SignedInEvent;
    'cb-sign-in-needed': SignInNeededEvent;
    'cb-back': BackEvent;
    'cb-book-another': BookAnotherEvent;
    'cb-manage': ManageEvent;
  }
}
