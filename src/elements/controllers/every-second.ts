import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host every second while a countdown is shown. */
export class EverySecond implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Called after each update. */
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

/** Whole seconds from `now` to an instant, both epoch ms; 0 when it has passed or there is none. */
export function secondsUntil(moment: number | undefined, now: number): number {
  return Math.max(0, Math.ceil(((moment ?? 0) - now) / 1000));
}
