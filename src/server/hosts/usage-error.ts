/** An invalid command line or environment; the message says what is valid. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
