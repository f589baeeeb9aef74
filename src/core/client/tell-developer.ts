import type { BookingError } from '../errors.ts';

const told = new Set<string>();

/** Writes an error that only the developer of the backend can mend to the console, once a cause. */
export function tellDeveloper({ message }: Pick<BookingError, 'message'>): void {
  if (told.has(message)) return;
  told.add(message);
  console.error(message);
}
