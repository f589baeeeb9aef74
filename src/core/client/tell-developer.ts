import type { BookingError } from '../errors.ts';

const told = new Set<string>();

/** Writes an error that only the backend's developer can mend to the console, once for each message. */
export function tellDeveloper({ message }: Pick<BookingError, 'message'>): void {
  if (told.has(message)) return;
  told.add(message);
  console.error(message);
}
