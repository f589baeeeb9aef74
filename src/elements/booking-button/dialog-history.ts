import { addEntry, isAtEntry } from '../context/history-entry.ts';

/** Numbers the buttons of a page. */
let buttons = 0;

/** The histories of all dialogs of the page: each of them hears every `popstate`. */
const all = new Set<DialogHistory>();

/** The history whose dialog was closed without Back, while its entries are being removed: the others ignore `popstate` until then. */
let leaving: DialogHistory | undefined;

/** The page's address without the query: the steps inside the dialog may change the query. */
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

  /** Call when the dialog has opened. Adds its entry, after the entries of a dialog that is closing are removed. */
  opened(): void {
    if (!leaving && !this.isOurs) addEntry(this.name, here());
  }

  /** Call when the dialog has closed, in whatever way. */
  closed(): void {
    // The dialog is open again already, or the element was removed, perhaps because the page navigates: `back()` would disturb that.
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
      // Still at an entry of this dialog, because the steps inside it had entries of their own: go back once more.
      if (isOurs && !this.isOpen()) this.leave();
      else this.left();
    } else if (!leaving && isOurs !== this.isOpen()) {
      if (isOurs) this.open();
      else this.close();
    }
  }

  /** Ends the removal of entries, and adds those of dialogs that have opened in the meantime. */
  private left(): void {
    leaving = undefined;
    if (!all.has(this)) this.stop.abort();
    for (const one of all) if (one.isOpen()) one.opened();
  }

  private get isOurs(): boolean {
    return isAtEntry(this.name, here());
  }
}
