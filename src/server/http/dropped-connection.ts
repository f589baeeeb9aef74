/** A connection cut off without an answer, as a caller of `fetch` sees it; only a mock has reason to throw it. */
export class DroppedConnection extends TypeError {
  override readonly name = 'DroppedConnection';

  constructor() {
    super('fetch failed: the connection was closed without an answer');
  }
}
