import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the browser is online again, while the host is on the page. */
export class OnReturn implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly goOn: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.goOn);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.goOn);
  }
}
