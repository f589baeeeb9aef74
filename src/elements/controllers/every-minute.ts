import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MINUTE_MS } from '../../domain/time/units.ts';

/** Acts once a minute while the page is visible, and when a hidden page becomes visible again. */
export class EveryMinute implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly act: () => void,
    /** Clock, epoch ms: acts at its full minutes. Left out: every minute after the host was connected. */
    private readonly now: () => number = () => 0,
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
    if (!document.hidden) this.act();
  };
}
