import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CalendarProvider } from '../../contract/calendar.ts';
import { type CalendarCallback, readCallback, withoutCallback } from '../../core/calendar-connect/callback.ts';
import type { CalendarConnections } from '../../core/calendar-connect/connections.ts';
import {
  goOnTo,
  keepPending,
  type PendingConnection,
  readPending,
  takePending,
} from '../../core/calendar-connect/pending.ts';
import { answerCalendarCallback } from '../calendar-callback/calendar-callback.ts';
import { tabStorage } from '../calendar-callback/tab-storage.ts';
import { listenForCallbacks, openProviderWindow, type ProviderWindow } from './provider-window.ts';

type Host = ReactiveControllerHost & {
  readonly api: string;
  /** The redirect address for the provider; read when a connection is started. */
  readonly redirect: string;
  readonly connections: CalendarConnections | undefined;
};

/**
 * Opens a provider's consent page and takes its answer: in a new window, or in the page itself when the browser blocks windows.
 * Only in the second case the connection is kept in `sessionStorage` until the page is back.
 */
export class ProviderJourney implements ReactiveController {
  /** The provider's answer with which the page came back; it is sent once somebody is signed in. */
  returned: { readonly pending: PendingConnection; readonly callback: CalendarCallback } | undefined;
  /** Set when this page is the provider's window, which passes the answer to the page that opened it. */
  handing: 'over' | 'done' | undefined;
  private readonly windows = new Map<CalendarProvider, ProviderWindow>();
  private stopListening: (() => void) | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = listenForCallbacks((callback) => this.host.connections?.answer(callback) ?? false);
    globalThis.addEventListener('pageshow', this.shownAgain);
  }

  hostDisconnected(): void {
    this.stopListening?.();
    globalThis.removeEventListener('pageshow', this.shownAgain);
    this.closeWindows();
  }

  /** Reads a provider's answer from the page's address; call it once the API is known. */
  arrive(): void {
    const callback = readCallback(location.href);
    const kept = readPending(tabStorage());
    const answered = callback && kept?.state === callback.state && kept;
    const nextPage = answered && goOnTo(answered, callback, location.href);
    if (nextPage) {
      location.replace(nextPage);
      return;
    }
    const pending = takePending(tabStorage(), this.host.api);
    if (!callback) return;
    if (pending && answered) {
      try {
        history.replaceState(history.state, '', withoutCallback(location.href));
      } catch {
        // Fails in a frame without its own address (`srcdoc`), or after too many changes in a short time: the answer is used once all the
        // same.
      }
      // Not by replaceState: pages with hash navigation listen to `hashchange`.
      const { hash } = new URL(pending.page);
      if (hash && !location.hash) location.replace(hash);
      this.returned = { pending, callback };
      return;
    }
    void this.handOver();
  }

  private async handOver(): Promise<void> {
    this.handing = globalThis.opener ? 'over' : undefined;
    this.handing = (await answerCalendarCallback()) ? 'done' : undefined;
    this.host.requestUpdate();
  }

  /** Opens the provider's page. Call it while the click is handled: afterwards browsers block new windows. */
  async go(provider: CalendarProvider, word: string): Promise<void> {
    const { connections, redirect, api } = this.host;
    if (!connections) return;
    this.close(provider);
    const opened = openProviderWindow(word, (why) => connections.fail(provider, why));
    if (opened) this.windows.set(provider, opened);
    const started = await connections.start(provider, redirect);
    if (!started) return this.close(provider);
    const { url, ...pending } = started;
    if (opened) opened.goTo(url);
    else if (keepPending(tabStorage(), { ...pending, api, page: location.href })) location.assign(url);
    else connections.fail(provider, 'blocked');
  }

  /** True when the provider's window is open. */
  hasWindow(provider: CalendarProvider): boolean {
    return this.windows.has(provider);
  }

  showWindow(provider: CalendarProvider): void {
    this.windows.get(provider)?.focus();
  }

  close(provider: CalendarProvider): void {
    this.windows.get(provider)?.close();
    this.windows.delete(provider);
  }

  closeWindows(): void {
    for (const provider of [...this.windows.keys()]) this.close(provider);
  }

  /** The person came back with the browser's Back button: there is no answer to wait for. */
  private readonly shownAgain = (event: PageTransitionEvent): void => {
    const { connections, api } = this.host;
    const pending = event.persisted ? takePending(tabStorage(), api) : undefined;
    if (pending) connections?.dismiss(pending.provider);
  };
}
