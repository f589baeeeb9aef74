/** A wrong command line or environment; its message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
