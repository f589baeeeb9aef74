/** Loaded by Node as it is: bundled, it would bring a second copy of what parses templates. */
export default { serverExternalPackages: ['@lit-labs/ssr'] };
