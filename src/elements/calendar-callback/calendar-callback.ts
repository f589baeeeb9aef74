import {
  CALLBACK_CHANNEL,
  type CallbackMessage,
  readCallback,
  readCallbackMessage,
} from '../../core/calendar-connect/callback.ts';
import { goOnTo, readPending } from '../../core/calendar-connect/pending.ts';
import { tabStorage } from './tab-storage.ts';

/** A page that has not answered in this time is closed. */
const ANSWER_WITHIN_MS = 3000;

/**
 * For the page that `redirect-uri` names: passes a calendar provider's answer, which is in this page's address, to the page that
 * opened this window, and closes the window; when the browser had blocked the window, goes back to that page with the answer. True
 * when a page was waiting for it. Does nothing on any other visit. `<cb-calendar-connect>` does the same on the pages it is on.
 *
 * @example
 * import { answerCalendarCallback } from '@culturebridge/booking/elements/calendar-callback';
 * if (!(await answerCalendarCallback())) location.replace('/settings');
 */
export async function answerCalendarCallback(view: Window = window): Promise<boolean> {
  const callback = readCallback(view.location.href);
  if (!callback) return false;
  const kept = readPending(tabStorage());
  const nextPage = kept?.state === callback.state ? goOnTo(kept, callback, view.location.href) : undefined;
  if (nextPage) {
    view.location.replace(nextPage);
    return true;
  }
  const { origin } = view.location;
  const message: CallbackMessage = { type: 'cb-calendar-callback', callback };
  // `opener` may be gone (COOP on the provider's pages); a channel reaches pages of the same origin only.
  const channel = new BroadcastChannel(CALLBACK_CHANNEL);
  const taken = new Promise<boolean>((resolve) => {
    const receive = (data: unknown) => {
      const heard = readCallbackMessage(data);
      if (heard?.type === 'cb-calendar-callback-taken' && heard.state === callback.state) resolve(true);
    };
    channel.onmessage = ({ data }) => receive(data);
    view.addEventListener('message', (event) => {
      if (event.origin === origin) receive(event.data);
    });
    setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const { opener } = view;
  if (opener && opener !== view) opener.postMessage(message, origin);
  channel.postMessage(message);
  const handedOver = await taken;
  channel.close();
  if (handedOver) view.close();
  return handedOver;
}
