import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets the browser ask before the page is left while `isUnsaved`, as long as the host is on the page. */
export class WarnOnLeave implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly isUnsaved: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeunload', this.ask);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeunload', this.ask);
  }

  private readonly ask = (event: BeforeUnloadEvent): void => {
    if (this.isUnsaved()) event.preventDefault();
  };
}
