import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the work of an element goes on after the page has removed the element, ms. */
const KEPT_MS = 600_000;

/**
 * Calls `end` when the page has removed the host and not put it back within ten minutes: tabs, dialogs and page builders remove elements
 * for a while.
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
