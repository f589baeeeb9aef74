import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long what an element has begun waits for an element that the page took out. */
const KEPT_MS = 600_000;

/**
 * Ends what an element has begun when the page took the element out and did not put it back within ten minutes: tabs, dialogs and page
 * builders take elements out for a while.
 */
export class Away implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly end: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    clearTimeout(this.timer);
  }

  hostDisconnected(): void {
    this.timer = setTimeout(this.end, KEPT_MS);
  }
}
