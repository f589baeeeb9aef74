/** Keys by the names of `KeyboardEvent.key`, as WebDriver writes them (W3C WebDriver 2, 17.4.2 "Keyboard actions"). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  F1: '\uE031',
  F2: '\uE032',
};

export interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** The value of one key: a character stands for itself. Throws for a name it does not know. */
export function keyValue(name: string): string {
  const value = KEYS[name] ?? (Array.from(name).length === 1 ? name : undefined);
  if (value === undefined) throw new Error(`WebDriver has no key named ${name} here: add it to ${import.meta.url}`);
  return value;
}

/** What is sent for a press such as `Shift+Tab` or `+`: all down in order, then up again in reverse. */
export function pressOf(keys: string): readonly KeyAction[] {
  const values = (keys === '+' ? ['+'] : keys.split('+')).map(keyValue);
  const down = values.map((value) => ({ type: 'keyDown', value }) as const);
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }) as const);
  return [...down, ...up];
}

/** What is sent to type a text: each character down and up. */
export const typingOf = (text: string): readonly KeyAction[] =>
  Array.from(text).flatMap((value) => [
    { type: 'keyDown', value: value === '\n' ? keyValue('Enter') : value } as const,
    { type: 'keyUp', value: value === '\n' ? keyValue('Enter') : value } as const,
  ]);
