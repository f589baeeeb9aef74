/** True in Chromium, whose pictures are the ones that are kept. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** False in WebKit, whose driver can emulate neither forced colours nor a preferred scheme. */
export const canEmulate = /(?:Chrome|Firefox)\//.test(navigator.userAgent);

/** A test of what a driver has to emulate. In WebKit it does not run and is not counted; its name says so. */
export const itWhereEmulated = (name: string, run: Mocha.AsyncFunc) =>
  (canEmulate ? it : it.skip)(`${name} (not in WebKit: its driver emulates nothing)`, run);
