import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** Reads the arguments after a command's name by `parseArgs` of Node. Throws `UsageError` for what `config` does not allow. */
export function readArguments<Config extends Omit<ParseArgsConfig, 'args'>>(args: readonly string[], config: Config) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The number in `text`, the value of the option or variable `name`. Throws `UsageError` unless it is whole, from 0 to `maximum`. */
export function wholeNumber(name: string, text: string, maximum: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= maximum) return value;
  throw new UsageError(`${name} ${text}: must be a whole number from 0 to ${maximum}`);
}
