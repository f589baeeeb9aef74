/**
 * How long a cancellation can be taken back before it is sent, milliseconds. Who reads with a screen reader or moves by keyboard
 * needs 20 seconds to get there (WCAG 2.2.1), and nobody can tell them apart: everybody has as long.
 */
export const UNDO_MS = 20_000;

/** What is left at least when an undo is no longer pointed at or focused, milliseconds. */
export const UNDO_LEFT_MS = 3000;
