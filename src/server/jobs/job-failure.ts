/** Thrown by a job that is to be tried again, not before so many milliseconds; other errors are tried again too. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterMs: number;

  constructor(message: string, afterMs = 0) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** Thrown by a job that no further try can help: it goes to the dead ones at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
