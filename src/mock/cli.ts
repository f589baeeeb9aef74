#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { runCommand } from './run-command.ts';

/** Packages that the commands need and that a page does without: optional peers in `package.json`. */
const serverPackages = ['@hono/node-server', '@noble/hashes', 'date-fns-tz', 'jose', 'ky', 'oauth4webapi', 'zod'];

const { version, engines, peerDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** `>=22.13` as two numbers. */
const [major = 0, minor = 0] = (engines.node.match(/\d+/g) ?? []).map(Number);

function isTooOld(node: string): boolean {
  const [ownMajor = 0, ownMinor = 0] = node.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

function isMissing(name: string): boolean {
  try {
    import.meta.resolve(name);
    return false;
  } catch {
    return true;
  }
}

/** Loads the commands; gives a sentence when packages that they need are not installed. An older Node could not read the files. */
async function load(): Promise<typeof runCommand | string> {
  try {
    return (await import('./run-command.ts')).runCommand;
  } catch (error) {
    const missing = serverPackages.filter(isMissing).map((name) => `${name}@${peerDependencies[name]}`);
    if (missing.length === 0) throw error;
    return `The server needs packages that pages do without: npm install ${missing.join(' ')}`;
  }
}

const args = process.argv.slice(2);
const isVersion = args.length === 1 && (args[0] === '--version' || args[0] === '-v');
if (isTooOld(process.versions.node)) {
  console.error(
    `culturebridge-booking needs Node ${major}.${minor} or later, and this is Node ${process.versions.node}: install a newer one.`,
  );
  process.exitCode = 1;
} else if (isVersion) console.log(version);
else if (args[0] === 'script-tag') {
  process.exitCode = (await import('./script-tag.ts')).printScriptTag(args.slice(1));
} else {
  const command = await load();
  if (typeof command === 'string') {
    console.error(command);
    process.exitCode = 1;
  } else await command(args);
}
