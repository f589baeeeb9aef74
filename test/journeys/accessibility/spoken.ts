import type { CDPSession, Page, Request } from 'playwright-core';
import { treeInPage } from '../page-tree.ts';

/** What a screen reader has to say after each press: what has the focus, from the accessibility tree, and what live regions announce. */
export interface Listener {
  /** Presses a key, or types text, and writes down what came of it, a line each, once `arrived`. */
  press(key: string, arrived?: () => Promise<unknown>): Promise<void>;
  type(text: string): Promise<void>;
  /** A line of its own, such as a heading for what follows. */
  note(text: string): void;
  readonly transcript: string;
}

interface AxValue {
  readonly value?: unknown;
}
interface AxNode {
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

/** Runs in the page, before its scripts: keeps what live regions of every shadow root say. */
function watchLiveRegions(): void {
  const state = { spoken: [] as string[], last: 0 };
  (globalThis as unknown as { spoken: typeof state }).spoken = state;
  const parentOf = (node: Node): Node | null =>
    node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  const politeness = (element: Element): string => {
    const live = element.getAttribute('aria-live');
    if (live) return live;
    const role = element.getAttribute('role');
    return role === 'alert' ? 'assertive' : role === 'status' || role === 'log' ? 'polite' : '';
  };
  const regionOf = (node: Node | null): Element | undefined => {
    let found: Element | undefined;
    for (let at = node; at; at = parentOf(at)) {
      if (!(at instanceof Element)) continue;
      // What is inert is not in the accessibility tree.
      if (at.matches('[inert], [aria-hidden="true"]')) return undefined;
      if (politeness(at)) found ??= at;
    }
    return found;
  };
  const words = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const said = new WeakMap<Element, string>();
  const heard = (records: MutationRecord[]): void => {
    state.last = performance.now();
    const texts = records.filter(({ type }) => type !== 'attributes');
    for (const region of new Set(texts.map(({ target }) => regionOf(target)))) {
      if (!region || politeness(region) === 'off' || !region.checkVisibility()) continue;
      const text = words(region);
      if (!text || said.get(region) === text) {
        said.set(region, text);
        continue;
      }
      said.set(region, text);
      state.spoken.push(`(${politeness(region)}) ${text}`);
    }
  };
  const observer = new MutationObserver(heard);
  const watch = (root: Node) =>
    observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
}

const QUIET_MS = 400;
const LONGEST_MS = 15_000;

/** States that are spoken after the name; a state that is false is not. */
const STATES = ['selected', 'checked', 'pressed', 'expanded', 'disabled', 'required', 'invalid'] as const;

/** Groups whose name is spoken when the focus enters them. */
const GROUPS = /^(region|form|group|grid|radiogroup|dialog|menu|listbox|navigation|toolbar|tablist|main|article|list)$/;

function describe({ role, name, description, value, properties = [] }: AxNode): string {
  const states = properties.flatMap(({ name: state, value: { value: is } }) => {
    if (!STATES.includes(state as (typeof STATES)[number]) || is === false || is === 'false')
      return state === 'expanded' ? ['collapsed'] : [];
    return [state];
  });
  const level = properties.find((property) => property.name === 'level')?.value.value;
  return [
    `${role?.value}${level ? ` ${level}` : ''}${name?.value ? ` “${name.value}”` : ''}`,
    ...(value?.value && value.value !== name?.value ? [`value “${value.value}”`] : []),
    ...states,
    ...(description?.value ? [`described as “${description.value}”`] : []),
  ].join(', ');
}

/** Begins to listen on a page that has not been opened yet. `masked` is replaced by an ellipsis: what differs from run to run. */
export async function listen(page: Page, masked: RegExp): Promise<Listener> {
  const lines: string[] = [];
  let pending = 0;
  const isStream = (url: string) => url.endsWith('/changes');
  page.on('request', (request) => {
    if (!isStream(request.url())) pending += 1;
  });
  const ended = (request: Request) => {
    if (!isStream(request.url())) pending -= 1;
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  await page.addInitScript(watchLiveRegions);
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');

  /** The focused node and those around it, the nearest first. */
  const focused = async (): Promise<readonly AxNode[]> => {
    const { result } = await session.send('Runtime.evaluate', { expression: `(${treeInPage})().focused()` });
    if (!result.objectId) return [];
    const { nodes } = await session.send('Accessibility.getAXNodeAndAncestors', { objectId: result.objectId });
    return nodes as readonly AxNode[];
  };

  const quiet = async (): Promise<void> => {
    const started = Date.now();
    while (Date.now() - started < LONGEST_MS) {
      const since = await page.evaluate(
        () => performance.now() - (globalThis as unknown as { spoken: { last: number } }).spoken.last,
      );
      if (pending <= 0 && since > QUIET_MS) return;
      await page.waitForTimeout(50);
    }
  };

  let around: readonly string[] = [];
  let last = '';
  const hear = async (cause: string): Promise<void> => {
    await quiet();
    const [node, ...outer] = await focused();
    const groups = outer
      .filter(({ ignored, role, name }) => !ignored && GROUPS.test(String(role?.value)) && Boolean(name?.value))
      .map(({ role, name }) => `${role?.value} “${name?.value}”`)
      .reverse();
    const entered = groups.filter((group) => !around.includes(group));
    around = groups;
    const present = node && !node.ignored ? describe(node) : '';
    const spoken = await page.evaluate(() =>
      (globalThis as unknown as { spoken: { spoken: string[] } }).spoken.spoken.splice(0),
    );
    const heard = [...(present === last && entered.length === 0 ? [] : [[...entered, present].join(' > ')]), ...spoken];
    last = present;
    lines.push(
      `${cause}: ${(heard[0] || '(nothing)').replace(masked, '…')}`,
      ...heard.slice(1).map((line) => `    ${line.replace(masked, '…')}`),
    );
  };

  return {
    async press(key, arrived) {
      await page.keyboard.press(key);
      await arrived?.();
      await hear(key);
    },
    async type(text) {
      await page.keyboard.type(text);
      await hear(`types “${text}”`);
    },
    note(text) {
      lines.push('', `# ${text}`);
    },
    get transcript() {
      return `${lines.join('\n').trim()}\n`;
    },
  };
}
