/** The key of our part of a history entry's state; the page's own state is kept. */
const KEY = 'cb-booking';

/**
 * Adds an entry to the browser's history, under the same address; `name` and `place` mark it. False where the browser refuses: in a
 * frame without its own address (`srcdoc`), or after too many changes in a short time. Everything works without the entry.
 */
export function addEntry(name: string, place: string): boolean {
  const { history } = globalThis;
  try {
    history.pushState({ ...history.state, [KEY]: { ...history.state?.[KEY], [name]: place } }, '');
    return true;
  } catch {
    return false;
  }
}

/** True at the entry that `addEntry` made; false when the page has copied its state to an entry of another place. */
export const isAtEntry = (name: string, place: string): boolean => globalThis.history.state?.[KEY]?.[name] === place;
