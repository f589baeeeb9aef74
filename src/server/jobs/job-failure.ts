/** Thrown by a job to be tried again after at least this many milliseconds; other errors are tried again too. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterMs: number;

  constructor(message: string, afterMs = 0) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** Thrown by a job that would fail at every further attempt: it becomes `dead` at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
