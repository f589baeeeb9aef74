import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE_MS = 60_000;

/** Draws its host again at each full minute, and when a page that slept is looked at again. */
export class MinuteClock implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly now: () => number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.tick);
    this.wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.tick);
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.tick, MINUTE_MS - (this.now() % MINUTE_MS));
  }

  private readonly tick = (): void => {
    this.wait();
    if (!document.hidden) this.host.requestUpdate();
  };
}
