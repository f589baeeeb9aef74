import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE_MS = 60_000;

/** Calls back once a minute while the page is looked at, and when a page that slept is looked at again. */
export class LookAgain implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly look: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.onVisible);
    this.timer = setInterval(this.onVisible, MINUTE_MS);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.onVisible);
    clearInterval(this.timer);
  }

  private readonly onVisible = (): void => {
    if (!document.hidden) this.look();
  };
}
