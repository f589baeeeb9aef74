/** A command line or an environment that cannot be followed; its message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
