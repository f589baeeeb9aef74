let owner: WeakRef<Node> | undefined;

/**
 * The signed link in the page's address (`?cb-booking=…`), for the first element on the page that asks: two widgets must not
 * both open the same booking. Empty when there is none.
 */
export function claimBookingLink(host: Node): string {
  const link = new URLSearchParams(globalThis.location?.search).get('cb-booking') ?? '';
  const holder = owner?.deref();
  if (!link || (holder?.isConnected && holder !== host)) return '';
  owner = new WeakRef(host);
  return link;
}
