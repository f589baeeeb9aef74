import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again every second while there is something to count down. */
export class EverySecond implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Asked after each drawing. */
    private readonly needed: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const needed = this.needed();
    if (needed) this.timer ??= setInterval(() => this.host.requestUpdate(), 1000);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/** Whole seconds from `now` to a moment, both epoch ms; 0 when it has come or there is none. */
export function secondsUntil(moment: number | undefined, now: number): number {
  return Math.max(0, Math.ceil(((moment ?? 0) - now) / 1000));
}
