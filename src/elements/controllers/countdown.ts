import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts down to a moment and draws its host again every second of the way. */
export class Countdown implements ReactiveController {
  private target: number | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly now: () => number = Date.now,
  ) {
    host.addController(this);
  }

  /** The moment to count to, epoch milliseconds; undefined for none. */
  set until(moment: number | undefined) {
    this.target = moment;
    clearInterval(this.timer);
    if (this.seconds) this.timer = setInterval(() => this.tick(), 1000);
  }

  /** Whole seconds left, 0 when the moment has come. */
  get seconds(): number {
    return Math.max(0, Math.ceil(((this.target ?? 0) - this.now()) / 1000));
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }

  hostConnected(): void {
    if (this.target) this.until = this.target;
  }

  private tick(): void {
    if (!this.seconds) clearInterval(this.timer);
    this.host.requestUpdate();
  }
}
