/** A database that cannot be used as it is; the message names the cure. */
export class CannotOpenStore extends Error {
  override readonly name = 'CannotOpenStore';
}
