import { addEntry, isAtEntry } from '../context/history-entry.ts';

/** Numbers the buttons of a page. */
let buttons = 0;

/** All of the page: the browser tells each of them of each move. */
const all = new Set<DialogHistory>();

/** The one whose dialog was closed by hand, while its entries are being removed: meanwhile a move says nothing to the others. */
let leaving: DialogHistory | undefined;

/** The address without the query, in which the steps inside may be written. */
const here = (): string => location.origin + location.pathname + location.hash;

/**
 * Makes an open dialog an entry of the browser's history, under the same address: Back closes the dialog instead of leaving the page,
 * Forward opens it again, and the entry is taken back when the dialog is closed in another way.
 */
export class DialogHistory {
  private readonly stop = new AbortController();
  private readonly name = `dialog-${++buttons}`;

  constructor(
    private readonly isOpen: () => boolean,
    private readonly open: () => void,
    private readonly close: () => void,
  ) {
    all.add(this);
    globalThis.addEventListener('popstate', () => this.moved(), { signal: this.stop.signal });
  }

  /** The dialog has opened. Its entry waits until those of one that closes are removed. */
  opened(): void {
    if (!leaving && !this.isOurs) addEntry(this.name, here());
  }

  /** The dialog has closed, whoever closed it. */
  closed(): void {
    // Opened again before it was told, or taken off the page, which may be turning to another.
    if (this.isOpen() || !all.has(this)) return;
    if (this.isOurs) this.leave();
  }

  dispose(): void {
    all.delete(this);
    if (leaving !== this) this.stop.abort();
  }

  private leave(): void {
    leaving = this;
    globalThis.history.back();
  }

  private moved(): void {
    const { isOurs } = this;
    if (leaving === this) {
      // The steps inside had an entry of their own.
      if (isOurs && !this.isOpen()) this.leave();
      else this.left();
    } else if (!leaving && isOurs !== this.isOpen()) {
      if (isOurs) this.open();
      else this.close();
    }
  }

  /** The entries are removed: dialogs that opened meanwhile get theirs. */
  private left(): void {
    leaving = undefined;
    if (!all.has(this)) this.stop.abort();
    for (const one of all) if (one.isOpen()) one.opened();
  }

  private get isOurs(): boolean {
    return isAtEntry(this.name, here());
  }
}
