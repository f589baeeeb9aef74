import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from '../free-port.ts';
import { findWebKit } from './engines.ts';
import { type KeyAction, keyValue, pressOf, typingOf } from './webdriver-keys.ts';

const START_MS = 30_000;
const CALL_MS = 60_000;
/** No process outlives this, whatever becomes of the tests: a suite is ended after an hour. */
const LIFE_SECONDS = 3700;

/** Windows without controls of a least width, so that a page of 320 px can be had; and no movement, for `prefers-reduced-motion`. */
const GTK_CSS = '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }';
const GTK_SETTINGS = '[Settings]\ngtk-enable-animations=0\n';

/** A screen so small that each window is under the pointer, which starts in the middle: without a window manager that window has the focus. */
const SCREEN = '320x320x24';

const buttons = { left: 0, middle: 1, right: 2 } as const;
type Button = keyof typeof buttons;

const start = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn('timeout', ['--kill-after=5', String(LIFE_SECONDS), command, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The number of the display that Xvfb chose. */
async function displayOf(screen: ChildProcess): Promise<string> {
  const [written] = await once(screen.stdio[3] as Readable, 'data', { signal: AbortSignal.timeout(START_MS) });
  return `:${String(written).trim()}`;
}

/** A page of WebKitGTK, driven by W3C WebDriver: what tests use of Playwright's page, by the same names. */
export class WebKitPage {
  readonly keyboard: {
    press(keys: string): Promise<void>;
    type(text: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number, options?: { button?: Button }): Promise<void>;
    down(options?: { button?: Button }): Promise<void>;
    up(options?: { button?: Button }): Promise<void>;
  };
  private readonly call: (method: string, path: string, body?: object) => Promise<unknown>;

  constructor(call: (method: string, path: string, body?: object) => Promise<unknown>) {
    this.call = call;
    const keys = (actions: readonly KeyAction[]) => this.act({ type: 'key', id: 'keys', actions });
    const mouse = (...actions: readonly object[]) =>
      this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
    const to = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
    const down = (button: Button = 'left') => ({ type: 'pointerDown', button: buttons[button] });
    const up = (button: Button = 'left') => ({ type: 'pointerUp', button: buttons[button] });
    this.keyboard = {
      press: (names) => keys(pressOf(names)),
      type: (text) => keys(typingOf(text)),
      down: (key) => keys([{ type: 'keyDown', value: keyValue(key) }]),
      up: (key) => keys([{ type: 'keyUp', value: keyValue(key) }]),
    };
    this.mouse = {
      move: (x, y) => mouse(to(x, y)),
      click: (x, y, { button } = {}) => mouse(to(x, y), down(button), up(button)),
      down: ({ button } = {}) => mouse(down(button)),
      up: ({ button } = {}) => mouse(up(button)),
    };
  }

  private async act(source: { readonly actions: readonly object[]; readonly [key: string]: unknown }): Promise<void> {
    if (source.actions.length > 0) await this.call('POST', '/actions', { actions: [source] });
  }

  async goto(url: string): Promise<void> {
    await this.call('POST', '/url', { url });
  }

  async url(): Promise<string> {
    return String(await this.call('GET', '/url'));
  }

  /** Runs a function in the page; what goes in and comes out is JSON. */
  async evaluate<In extends readonly unknown[], Out>(run: (...values: In) => Out, ...values: In): Promise<Out> {
    return (await this.call('POST', '/execute/sync', {
      script: `return (${run}).apply(null, arguments);`,
      args: values,
    })) as Out;
  }

  /** Sizes the window so that the page has this many CSS pixels. */
  async setViewportSize({ width, height }: { readonly width: number; readonly height: number }): Promise<void> {
    const frame = await this.evaluate(() => ({
      width: outerWidth - innerWidth,
      height: outerHeight - innerHeight,
      isThere: outerHeight > 0,
    }));
    if (!frame.isThere) throw new Error('The window has no size');
    await this.call('POST', '/window/rect', { x: 0, y: 0, width: width + frame.width, height: height + frame.height });
    for (let tries = 0; tries < 100; tries++) {
      const is = await this.evaluate(() => [innerWidth, innerHeight]);
      if (is[0] === width && is[1] === height) return this.untilDrawn();
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`WebKit gives no page of ${width} x ${height}`);
  }

  /** Waits for two frames: then observers of sizes have seen the new size. */
  private async untilDrawn(): Promise<void> {
    const script = 'const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));';
    await this.call('POST', '/execute/async', { script, args: [] });
  }

  /** WebKitGTK cannot be made to prefer a scheme or forced colours: it shows its own. */
  async emulateMedia(_features: object): Promise<void> {}

  /** The picture of what is on show, PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.call('GET', '/screenshot')), 'base64');
  }

  async close(): Promise<void> {
    await this.call('DELETE', '');
  }
}

/** A virtual screen (Xvfb) with a WebDriver on it: one page at a time. */
export interface WebKitStage {
  /** A page of its own: no shared cookies, no shared storage. */
  newPage(): Promise<WebKitPage>;
  /** Ends all processes. */
  close(): Promise<void>;
}

/**
 * Starts Xvfb and WebKitWebDriver; both end by themselves after an hour. `plain` draws without layers, which takes a fifth of the
 * processor time less. Throws where one does not start within 30 seconds.
 */
export async function openWebKit({ plain = false } = {}): Promise<WebKitStage> {
  const parts = findWebKit();
  if (!parts) throw new Error('No WebKit: apt-get install webkit2gtk-driver xvfb');
  const home = mkdtempSync(join(tmpdir(), 'culturebridge-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), GTK_CSS);
  writeFileSync(join(home, 'gtk-3.0', 'settings.ini'), GTK_SETTINGS);
  const started: ChildProcess[] = [];
  const close = async () => {
    for (const child of started.toReversed()) await end(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    // Without `-noreset` the screen is made anew when the last window closes, and a browser that starts meanwhile finds none and
    // ends, for which the driver waits for ever.
    const screen = start(parts.screen, ['-displayfd', '3', '-nolisten', 'tcp', '-noreset', '-screen', '0', SCREEN]);
    started.push(screen);
    const env = {
      DISPLAY: await displayOf(screen),
      XDG_CONFIG_HOME: home,
      NO_AT_BRIDGE: '1',
      GTK_USE_PORTAL: '0',
      ...(plain && { WEBKIT_DISABLE_COMPOSITING_MODE: '1' }),
    };
    const port = await freePort();
    const driver = start(parts.driver, ['--host=127.0.0.1', `--port=${port}`], env);
    started.push(driver);
    const call = async (method: string, path: string, body?: object): Promise<unknown> => {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
        signal: AbortSignal.timeout(CALL_MS),
      }).catch((cause) => {
        throw new Error(`WebKit ${method} ${path}: no answer within ${CALL_MS} ms`, { cause });
      });
      const { value } = await reply.json();
      if (!reply.ok) throw new Error(`WebKit ${method} ${path}: ${value?.error}: ${value?.message}`);
      return value;
    };
    const until = Date.now() + START_MS;
    while (!(await call('GET', '/status').catch(() => undefined))) {
      if (Date.now() > until) throw new Error(`${parts.driver} does not answer`);
      await new Promise((later) => setTimeout(later, 100));
    }
    return {
      close,
      async newPage() {
        const options = { binary: parts.browser, args: ['--automation'] };
        const session = (await call('POST', '/session', {
          capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options, pageLoadStrategy: 'none' } },
        })) as { readonly sessionId: string };
        return new WebKitPage((method, path, body) => call(method, `/session/${session.sessionId}${path}`, body));
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
