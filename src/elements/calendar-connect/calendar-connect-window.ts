import {
  CALLBACK_CHANNEL,
  type CalendarCallback,
  type CallbackMessage,
  readCallbackMessage,
} from '../../core/calendar-connect/callback.ts';

const WIDTH = 520;
const HEIGHT = 700;
const LOOK_MS = 400;
/** The answer and the closing of the window race each other. */
const GRACE_MS = 1200;
/** The server forgets what was begun after as long. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** The provider's window. */
export interface ProviderWindow {
  goTo(url: string): void;
  focus(): void;
  close(): void;
}

/**
 * Opens the window for a provider, empty and with a word in it: browsers allow that in the very moment of the click only,
 * not once the address is known. `undefined` when it was blocked. `ended` is called at most once, when the person closed
 * it, or after ten minutes.
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
    if (closedAt !== undefined && now - closedAt >= GRACE_MS) {
      stop();
      ended('closed');
    } else if (now - start >= LONGEST_WAIT_MS) {
      stop();
      popup.close();
      ended('late');
    }
  }, LOOK_MS);
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
 * Hears what provider windows report, from this page's own origin alone. `take` says whether an answer belongs to
 * something that was started here; the window that sent it is told so. Returns the function that stops.
 */
export function hearCallbacks(take: (callback: CalendarCallback) => boolean, view: Window = window): () => void {
  const { origin } = view.location;
  const channel = new BroadcastChannel(CALLBACK_CHANNEL);
  const hear = (data: unknown, reply: (message: CallbackMessage) => void) => {
    const message = readCallbackMessage(data);
    if (message?.type !== 'cb-calendar-callback' || !take(message.callback)) return;
    reply({ type: 'cb-calendar-callback-taken', state: message.callback.state });
  };
  const onMessage = (event: MessageEvent) => {
    if (event.origin !== origin) return;
    hear(event.data, (message) => event.source?.postMessage(message, { targetOrigin: origin }));
  };
  channel.onmessage = ({ data }) => hear(data, (message) => channel.postMessage(message));
  view.addEventListener('message', onMessage);
  return () => {
    view.removeEventListener('message', onMessage);
    channel.close();
  };
}
