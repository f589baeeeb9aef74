import { addEntry, isAtEntry } from '../context/history-entry.ts';

/** Numbers the buttons of a page. */
let buttons = 0;

/** The address without the query, in which the steps inside may be written. */
const here = (): string => location.origin + location.pathname + location.hash;

/**
 * Makes an open dialog an entry of the browser's history, under the same address: Back closes the dialog instead of leaving the page,
 * Forward opens it again, and the entry is taken back when the dialog is closed in another way.
 */
export class DialogHistory {
  private readonly stop = new AbortController();
  private readonly name = `dialog-${++buttons}`;
  /** True after the dialog was closed by hand, while its entries are being removed. */
  private leaving = false;

  constructor(
    private readonly isOpen: () => boolean,
    private readonly open: () => void,
    private readonly close: () => void,
  ) {
    globalThis.addEventListener('popstate', () => this.moved(), { signal: this.stop.signal });
  }

  /** The dialog has opened. */
  opened(): void {
    this.leaving = false;
    if (!this.isOurs) addEntry(this.name, here());
  }

  /** The dialog has closed, whoever closed it. */
  closed(): void {
    // Opened again before it was told, or taken off the page, which may be turning to another.
    if (this.isOpen() || this.stop.signal.aborted) return;
    this.leaving = this.isOurs;
    if (this.leaving) globalThis.history.back();
  }

  dispose(): void {
    this.stop.abort();
  }

  private moved(): void {
    const { isOurs } = this;
    if (this.leaving) {
      // The steps inside had an entry of their own.
      this.leaving = isOurs && !this.isOpen();
      if (this.leaving) globalThis.history.back();
      else if (this.isOpen()) this.opened();
    } else if (isOurs !== this.isOpen()) {
      if (isOurs) this.open();
      else this.close();
    }
  }

  private get isOurs(): boolean {
    return isAtEntry(this.name, here());
  }
}
