import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows whether the browser is online, and calls a function when the connection is back, while the host is connected. */
export class OnReturn implements ReactiveController {
  /** True while the browser is offline. */
  offline = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly goOn: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.offline = !navigator.onLine;
    globalThis.addEventListener('online', this.changed);
    globalThis.addEventListener('offline', this.changed);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.changed);
    globalThis.removeEventListener('offline', this.changed);
  }

  private readonly changed = ({ type }: Event): void => {
    this.offline = type === 'offline';
    this.host.requestUpdate();
    if (!this.offline) this.goOn();
  };
}
