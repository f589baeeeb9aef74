import {
  CALLBACK_CHANNEL,
  type CallbackMessage,
  readCallback,
  readCallbackMessage,
} from '../../core/calendar-connect/callback.ts';
import { goOnTo, readPending } from '../../core/calendar-connect/pending.ts';
import { tabStorage } from './calendar-connect-storage.ts';

/** Longer than a busy page takes to answer a message; after it, nobody is there who waits. */
const PATIENCE_MS = 3000;

/**
 * For the page that `redirect-uri` names: hands a calendar provider's answer, which stands in this page's address, to the
 * page that opened this window, and closes the window; where the browser had blocked the window, goes back to that page with
 * it. True when somebody was waiting for it. Does nothing on any other visit. `<cb-calendar-connect>` does the same on the
 * pages it is on.
 *
 * @example
 * import { answerCalendarCallback } from '@culturebridge/booking/elements/calendar-callback';
 * if (!(await answerCalendarCallback())) location.replace('/settings');
 */
export async function answerCalendarCallback(view: Window = window): Promise<boolean> {
  const callback = readCallback(view.location.href);
  if (!callback) return false;
  const kept = readPending(tabStorage());
  const further = kept?.state === callback.state ? goOnTo(kept, callback, view.location.href) : undefined;
  if (further) {
    view.location.replace(further);
    return true;
  }
  const { origin } = view.location;
  const message: CallbackMessage = { type: 'cb-calendar-callback', callback };
  // The tie to the opening window may be cut (COOP on the provider's pages); a channel reaches the same origin alone.
  const channel = new BroadcastChannel(CALLBACK_CHANNEL);
  const taken = new Promise<boolean>((resolve) => {
    const hear = (data: unknown) => {
      const heard = readCallbackMessage(data);
      if (heard?.type === 'cb-calendar-callback-taken' && heard.state === callback.state) resolve(true);
    };
    channel.onmessage = ({ data }) => hear(data);
    view.addEventListener('message', (event) => {
      if (event.origin === origin) hear(event.data);
    });
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const { opener } = view;
  if (opener && opener !== view) opener.postMessage(message, origin);
  channel.postMessage(message);
  const handedOver = await taken;
  channel.close();
  if (handedOver) view.close();
  return handedOver;
}
