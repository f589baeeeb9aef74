/** Addresses of the page with what a visitor chooses: its other parameters and its hash stay. */
export interface PageLinks {
  readonly month: (month: string) => string;
  readonly day: (day: string) => string;
  /** With the start of a time: the page shows the form. */
  readonly slot: (start: string) => string;
  readonly clock: (hourCycle: 'h12' | 'h23') => string;
  /** The page without a choice. */
  readonly times: string;
}

/** The parameters that a page of the widget reads. */
const OWN = ['cb-month', 'cb-day', 'cb-slot', 'cb-clock'];

/** Stands for the page's origin when the page's address has none. */
export const NOWHERE = 'http://page.invalid';

/** The addresses of one page. `page` is an address with or without an origin; only http and https are taken. */
export function pageLinks(page: string, query: URLSearchParams | undefined): PageLinks {
  const base = new URL(page || '?', `${NOWHERE}/`);
  const own = base.origin === NOWHERE;
  const path = page.startsWith('?') || page.startsWith('#') || page === '' ? '' : base.pathname;
  const to = (...changes: readonly (readonly [name: string, value: string])[]): string => {
    const address = new URL(base);
    for (const name of OWN) address.searchParams.delete(name);
    for (const [name, value] of changes) address.searchParams.set(name, value);
    // Without a path an address that is empty means the present one, with its parameters.
    const search = address.search || (path ? '' : '?');
    return own ? `${path}${search}${address.hash}` : address.href;
  };
  if (!/^https?:$/.test(base.protocol)) throw new TypeError(`${page}: the page must be an http or https address`);
  const clock = query?.get('cb-clock');
  const kept = clock === 'h12' || clock === 'h23' ? ([['cb-clock', clock]] as const) : [];
  return {
    month: (month) => to(['cb-month', month], ...kept),
    day: (day) => to(['cb-day', day], ...kept),
    slot: (start) => to(['cb-slot', start], ...kept),
    clock: (hourCycle) => {
      const shown = ['cb-month', 'cb-day'].flatMap((name) => {
        const value = query?.get(name);
        return value ? [[name, value] as const] : [];
      });
      return to(...shown, ['cb-clock', hourCycle]);
    },
    times: to(...kept),
  };
}
