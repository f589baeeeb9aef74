/** Thrown when a database cannot be used; the message names the cure. */
export class CannotOpenStore extends Error {
  override readonly name = 'CannotOpenStore';
}
