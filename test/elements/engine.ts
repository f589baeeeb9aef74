/** True in Chromium, whose driver alone can emulate forced colours and a preferred scheme. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** A test of what only Chromium's driver can bring about; its name says so. In other engines it does not run and is not counted. */
export const itInChromium = (name: string, run: Mocha.AsyncFunc) =>
  (isChromium ? it : it.skip)(`${name} (Chromium’s driver alone)`, run);
