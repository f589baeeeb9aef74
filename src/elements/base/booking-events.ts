import type { User } from '../../contract/index.ts';
import type { BookingError } from '../../core/errors.ts';
import type { BookingIntent } from '../../core/flow/flow.ts';
import type { FlowStatus } from '../../core/flow/state.ts';

const everywhere = { bubbles: true, composed: true } as const;

/**
 * About to be sent to the server. `preventDefault()` keeps the visitor in the form; `waitUntil(promise)` holds the booking
 * until the promise settles, and a promise that rejects or gives `false` keeps the visitor in the form too.
 */
export class BeforeBookEvent extends Event {
  static readonly type = 'cb-before-book';
  readonly #waits: Promise<unknown>[] = [];
  /** Shows the server that a person is booking: set it to what your captcha or proof of work gave, before the wait is over. */
  visitorToken: string | undefined;

  constructor(readonly intent: BookingIntent) {
    super(BeforeBookEvent.type, { ...everywhere, cancelable: true });
  }

  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Dispatches the event on `target` and says whether the booking may go. */
  async allowedBy(target: EventTarget): Promise<boolean> {
    if (!target.dispatchEvent(this)) return false;
    const outcomes = await Promise.allSettled(this.#waits);
    return outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value !== false);
  }
}

/** The visitor is at another step of the booking. */
export class StepChangeEvent extends Event {
  static readonly type = 'cb-step-change';
  constructor(readonly step: FlowStatus) {
    super(StepChangeEvent.type, everywhere);
  }
}

/** A booking was refused or did not get through; the visitor has been told. */
export class BookingFailedEvent extends Event {
  static readonly type = 'cb-booking-failed';
  constructor(readonly error: BookingError) {
    super(BookingFailedEvent.type, everywhere);
  }
}

/** Somebody signed in or signed up. `user` is undefined where the backend does not tell. */
export class SignedInEvent extends Event {
  static readonly type = 'cb-signed-in';
  constructor(readonly user: User | undefined) {
    super(SignedInEvent.type, everywhere);
  }
}

/** The page signs its visitors in itself (`getToken`), and this visitor is not signed in: show your own sign-in now. */
export class SignInNeededEvent extends Event {
  static readonly type = 'cb-sign-in-needed';
  constructor() {
    super(SignInNeededEvent.type, everywhere);
  }
}

/** The visitor leaves a step for the one before. */
export class BackEvent extends Event {
  static readonly type = 'cb-back';
  constructor() {
    super(BackEvent.type, everywhere);
  }
}

/** After a booking: the visitor wants another time. */
export class BookAnotherEvent extends Event {
  static readonly type = 'cb-book-another';
  constructor() {
    super(BookAnotherEvent.type, everywhere);
  }
}

/** The visitor, who is signed in, wants to move or cancel what was just booked. `preventDefault()`: the page shows its own way. */
export class ManageEvent extends Event {
  static readonly type = 'cb-manage';
  constructor() {
    super(ManageEvent.type, { ...everywhere, cancelable: true });
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
