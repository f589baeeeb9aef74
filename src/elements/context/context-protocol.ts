import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;
type Receive<T> = (value: T, stop?: () => void) => void;

/** A context's name, and the type of what it carries. */
export type ContextKey<T> = symbol & { readonly __context__: T };

/** Asks the elements around one for a value (Context Community Protocol of the Web Components Community Group). */
class ContextRequest<T> extends Event {
  constructor(
    readonly context: ContextKey<T>,
    readonly contextTarget: Element,
    readonly callback: Receive<T>,
    readonly subscribe: boolean,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/** Hands a value down to whoever asks for it inside its host, now and whenever it changes. */
export class ContextProvider<T> {
  private value: T | undefined;
  private readonly seekers = new Map<Receive<T>, () => void>();

  constructor(host: Host, context: ContextKey<T>) {
    host.addEventListener('context-request', (event) => {
      const { context: wanted, contextTarget, callback, subscribe } = event as ContextRequest<T>;
      if (wanted !== context || contextTarget === host) return;
      event.stopPropagation();
      const stop = () => void this.seekers.delete(callback);
      if (subscribe) this.seekers.set(callback, stop);
      if (this.value !== undefined) callback(this.value, subscribe ? stop : undefined);
    });
  }

  setValue(value: T): void {
    this.value = value;
    for (const [callback, stop] of this.seekers) callback(value, stop);
  }
}

/** The value that the nearest provider around its host hands down; draws the host when it changes. */
export class ContextConsumer<T> implements ReactiveController {
  value: T | undefined;
  private stop: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly context: ContextKey<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.dispatchEvent(new ContextRequest(this.context, this.host, this.receive, true));
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  private readonly receive: Receive<T> = (value, stop) => {
    // Moved elsewhere meanwhile: the provider it left has nothing to say any more.
    if (this.stop !== stop) this.stop?.();
    this.stop = stop;
    this.value = value;
    this.host.requestUpdate();
  };
}
