/**
 * How long a cancellation can be taken back before it is sent, milliseconds. Somebody with a screen reader or a keyboard needs up
 * to 20 seconds to reach the button (WCAG 2.2.1). A page cannot tell who does, so everybody has 20 seconds.
 */
export const UNDO_MS = 20_000;

/** The least time left once the pointer or focus leaves the undo button, milliseconds. */
export const UNDO_LEFT_MS = 3000;
