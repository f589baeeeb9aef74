import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again every second while there is something to count. */
export class Ticking implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly needed: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const needed = this.needed();
    if (needed && !this.timer) this.timer = setInterval(() => this.host.requestUpdate(), 1000);
    if (!needed) this.hostDisconnected();
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
