/**
 * Lets a chunk that did not arrive be asked for again. Browsers remember that an address failed and do not ask for it a second
 * time (HTML, "fetch a single module script"): a visitor whose connection dropped for a moment could not book until they
 * reloaded the page. The second try has an address of its own.
 */
export const again = () => ({
  name: 'again',
  renderDynamicImport: () => ({ left: '__again(', right: ')' }),
  outputOptions: (output) => ({
    ...output,
    intro: ({ dynamicImports }) =>
      dynamicImports.length > 0
        ? "const __again = (url) => import(url).catch(() => import(url + '?' + Date.now()));"
        : '',
  }),
});
