import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../../core/store.ts';

/** Updates its host when one of its stores changes, while the host is connected. */
export class Subscriptions implements ReactiveController {
  private readonly stops = new Map<Store<unknown>, () => void>();
  private connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The stores in use now; called before each update, so that they can change. */
    private readonly stores: () => readonly (Store<unknown> | undefined)[],
    /** Called for each change before the host updates. */
    private readonly changed?: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = true;
    this.renew();
  }

  hostUpdate(): void {
    this.renew();
  }

  hostDisconnected(): void {
    this.connected = false;
    for (const stop of this.stops.values()) stop();
    this.stops.clear();
  }

  private renew(): void {
    if (!this.connected) return;
    const wanted = new Set(this.stores());
    for (const [store, stop] of this.stops) {
      if (wanted.has(store)) continue;
      stop();
      this.stops.delete(store);
    }
    for (const store of wanted) {
      if (!store || this.stops.has(store)) continue;
      const stop = store.subscribe(() => {
        this.changed?.();
        this.host.requestUpdate();
      });
      this.stops.set(store, stop);
    }
  }
}
