/** A connection that ends without a reply, as `fetch` reports it; thrown by the mock's scenarios alone. */
export class DroppedConnection extends TypeError {
  override readonly name = 'DroppedConnection';

  constructor() {
    super('fetch failed: the connection was closed without an answer');
  }
}
