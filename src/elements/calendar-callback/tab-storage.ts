/** The tab's `sessionStorage`; undefined when the browser denies it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
