/** Loads a chunk; one that did not arrive is asked for once more under another address, and then no more than once at a time. */
const loader = `const __retried = {};
const __retryingImport = (url) => import(url).catch(() =>
  (__retried[url] ??= import(url + '?' + Date.now()).catch((error) => { delete __retried[url]; throw error; })));`;

/**
 * Retries a dynamic import that fails. Browsers remember that an address failed and do not ask for it a second time (HTML, "fetch a
 * single module script"): a visitor whose connection dropped for a moment could not book until they reloaded the page. The second
 * try has an address of its own; elements of one chunk share it, so that the chunk runs once.
 */
export const retryingImport = () => ({
  name: 'retrying-import',
  renderDynamicImport: () => ({ left: '__retryingImport(', right: ')' }),
  outputOptions: (output) => ({
    ...output,
    intro: ({ dynamicImports }) => (dynamicImports.length > 0 ? loader : ''),
  }),
});
