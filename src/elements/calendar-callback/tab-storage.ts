/** The tab's own storage; `undefined` where the browser denies it to the page. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
