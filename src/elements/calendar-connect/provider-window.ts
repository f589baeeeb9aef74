import { AUTH_STATE_MINUTES } from '../../contract/calendar.ts';
import {
  CALLBACK_CHANNEL,
  type CalendarCallback,
  type CallbackMessage,
  readCallbackMessage,
} from '../../core/calendar-connect/callback.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';

const WIDTH = 520;
const HEIGHT = 700;
/** How often the window is checked, milliseconds. */
const CHECK_MS = 400;
/** An answer may arrive this long after the window has closed, milliseconds. */
const LATE_ANSWER_MS = 1200;
/** The server drops a connection that was started this long ago, milliseconds. */
const LONGEST_WAIT_MS = AUTH_STATE_MINUTES * MINUTE_MS;

/** The provider's window. */
export interface ProviderWindow {
  goTo(url: string): void;
  focus(): void;
  close(): void;
}

/**
 * Opens a window for a provider that shows `word` until the provider's address is known: browsers allow a window only during
 * the click. `undefined` when it was blocked. Calls `ended` at most once: when the person has closed the window, or after ten
 * minutes.
 */
export function openProviderWindow(
  word: string,
  ended: (why: 'closed' | 'late') => void,
  view: Window = window,
): ProviderWindow | undefined {
  const left = Math.round(view.screenX + (view.outerWidth - WIDTH) / 2);
  const top = Math.round(view.screenY + (view.outerHeight - HEIGHT) / 2);
  const popup = view.open('about:blank', '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
  if (!popup || popup.closed) return undefined;
  popup.document.title = word;
  popup.document.body.textContent = word;
  let watch: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(watch);
  const start = Date.now();
  let closedAt: number | undefined;
  watch = setInterval(() => {
    const now = Date.now();
    if (popup.closed) closedAt ??= now;
    if (closedAt !== undefined && now - closedAt >= LATE_ANSWER_MS) {
      stop();
      ended('closed');
    } else if (now - start >= LONGEST_WAIT_MS) {
      stop();
      popup.close();
      ended('late');
    }
  }, CHECK_MS);
  return {
    goTo(url) {
      popup.location.replace(url);
    },
    focus: () => popup.focus(),
    close() {
      stop();
      popup.close();
    },
  };
}

/**
 * Listens to the answers of provider windows, from this page's own origin alone. `take` returns true for an answer to a
 * connection that was begun here; the window is told, so that it can close. Returns the function that stops listening.
 */
export function listenForCallbacks(take: (callback: CalendarCallback) => boolean, view: Window = window): () => void {
  const { origin } = view.location;
  const channel = new BroadcastChannel(CALLBACK_CHANNEL);
  const receive = (data: unknown, reply: (message: CallbackMessage) => void) => {
    const message = readCallbackMessage(data);
    if (message?.type !== 'cb-calendar-callback' || !take(message.callback)) return;
    reply({ type: 'cb-calendar-callback-taken', state: message.callback.state });
  };
  const onMessage = (event: MessageEvent) => {
    if (event.origin !== origin) return;
    receive(event.data, (message) => event.source?.postMessage(message, { targetOrigin: origin }));
  };
  channel.onmessage = ({ data }) => receive(data, (message) => channel.postMessage(message));
  view.addEventListener('message', onMessage);
  return () => {
    view.removeEventListener('message', onMessage);
    channel.close();
  };
}
