/** How long a cancellation can be taken back before it is sent, milliseconds. */
export const UNDO_MS = 6000;
