import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = '@culturebridge/booking';
/** Where the examples look for their backend, as they are written. */
const WRITTEN_API = 'http://localhost:8000';

/** The examples that share one install. */
export const sharedExamples = ['html', 'vite', 'react', 'next', 'vue', 'svelte', 'solid', 'preact', 'astro'] as const;

/** Examples whose tools take minutes to install: `npm run test:bundlers`. */
export const slowExamples = ['angular', 'webpack', 'parcel'] as const;

/** A folder of examples that have the packed package installed, as users install it. */
export interface ExampleInstall {
  /** The folder of the shared install; each example is a folder in it. */
  readonly folder: string;
  /** Runs a program of an install in one of its folders, and gives what it printed. Throws what it printed when it fails. */
  run(folder: string, program: string, args: readonly string[]): string;
  dispose(): void;
}

/** The lines of the README that install and start a server, as they are printed. */
const [, printed = ''] =
  /```bash\n(npm install @culturebridge\/booking [\s\S]*?)\n```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ??
  [];
const [installServer = '', ...startServer] = printed.split('\n');

/** The commands that start a server, after the line that installs it. */
export const serverCommands = startServer.join('\n');

/** The examples that CI holds, and installs of their own. */
export interface PackedWorkspace extends ExampleInstall {
  /** The React example with React 18, in an install of its own: two versions in one would find each other. */
  readonly react18: string;
  /** The package alone, in an empty project. */
  readonly alone: string;
  /** The package with what its commands need, installed by the README's own line. */
  readonly served: string;
}

type PackageJson = Record<string, Record<string, string> | undefined>;

const readJson = (file: string): PackageJson => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file: string, value: object): void => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/** The tarball that `npm publish` would send. */
function pack(into: string): string {
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', into], { cwd: root });
  const [made = ''] = globSync('*.tgz', { cwd: into });
  const tarball = join(into, 'package.tgz');
  renameSync(join(into, made), tarball);
  return tarball;
}

/** Copies an example; it takes the tarball instead of a published version, and the backend at `api`. */
function copyExample(name: string, to: string, tarball: string, api: string): void {
  cpSync(join(root, 'examples', name), to, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const file = join(to, 'package.json');
  const json = readJson(file);
  writeJson(file, { ...json, dependencies: { ...json.dependencies, [PACKAGE]: `file:${tarball}` } });
  for (const source of globSync('**/*.{html,js,ts,tsx,vue,svelte,astro}', { cwd: to })) {
    const text = readFileSync(join(to, source), 'utf8');
    writeFileSync(join(to, source), text.replaceAll(WRITTEN_API, api));
  }
}

function install(folder: string): void {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: quietEnv(),
  });
}

/** Nothing but the registry is asked: no telemetry, no browser, no notices. */
const quietEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  PUPPETEER_SKIP_DOWNLOAD: '1',
  NO_UPDATE_NOTIFIER: '1',
  NODE_ENV: undefined,
});

function programsOf(scratch: string, folder: string): Pick<ExampleInstall, 'run' | 'dispose'> {
  return {
    run(cwd, program, args) {
      const places = [cwd, folder].map((place) => join(place, 'node_modules/.bin'));
      try {
        return execFileSync(program, args, {
          cwd,
          encoding: 'utf8',
          env: { ...quietEnv(), PATH: [...places, dirname(process.execPath), process.env.PATH].join(':') },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
      }
    },
    dispose: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** The packed package for the slow examples, each in an install of its own. */
export interface SlowWorkspace extends ExampleInstall {
  /** Installs an example, which then looks for its backend at the workspace's `api`; its folder. */
  installExample(name: (typeof slowExamples)[number]): string;
}

/** Packs the built package for the slow examples. */
export function slowWorkspace(api: string): SlowWorkspace {
  const scratch = mkdtempSync(join(tmpdir(), 'culturebridge-bundlers-'));
  const tarball = pack(scratch);
  return {
    folder: scratch,
    installExample(name) {
      copyExample(name, join(scratch, name), tarball, api);
      install(join(scratch, name));
      return join(scratch, name);
    },
    ...programsOf(scratch, scratch),
  };
}

/** Packs the built package and installs it in fresh folders beside the examples, which then look for their backend at `api`. */
export function packedWorkspace(api: string): PackedWorkspace {
  const scratch = mkdtempSync(join(tmpdir(), 'culturebridge-packed-'));
  const tarball = pack(scratch);
  const folder = join(scratch, 'shared');
  for (const name of sharedExamples) copyExample(name, join(folder, name), tarball, api);
  // Angular's compiler alone: what bundles and serves takes minutes to install.
  const angular = join(folder, 'angular');
  copyExample('angular', angular, tarball, api);
  const { devDependencies, ...needed } = readJson(join(angular, 'package.json'));
  const compilers = Object.entries(devDependencies ?? {}).filter(([name]) => !/^@angular\/(build|cli)$/.test(name));
  writeJson(join(angular, 'package.json'), { ...needed, devDependencies: Object.fromEntries(compilers) });
  // Next looks for types of the whole workspace; TypeScript's oldest and newest read ours.
  writeJson(join(folder, 'package.json'), {
    name: 'packed',
    private: true,
    workspaces: [...sharedExamples, 'angular'],
    devDependencies: {
      'typescript-5.4': 'npm:typescript@5.4.5',
      'typescript-7': 'npm:typescript@7.0.2',
      '@types/trusted-types': '2.0.7',
      [PACKAGE]: `file:${tarball}`,
    },
  });
  install(folder);
  const react18 = join(scratch, 'react-18');
  copyExample('react', react18, tarball, api);
  const json = readJson(join(react18, 'package.json'));
  writeJson(join(react18, 'package.json'), {
    ...json,
    dependencies: { ...json.dependencies, react: '18.3.1', 'react-dom': '18.3.1' },
    devDependencies: { ...json.devDependencies, '@types/react': '18.3.32', '@types/react-dom': '18.3.7' },
  });
  install(react18);
  const alone = join(scratch, 'alone');
  mkdirSync(alone);
  writeJson(join(alone, 'package.json'), {
    private: true,
    type: 'module',
    dependencies: { [PACKAGE]: `file:${tarball}` },
  });
  install(alone);
  const served = join(scratch, 'served');
  mkdirSync(served);
  writeJson(join(served, 'package.json'), { private: true, type: 'module' });
  const quietly = '--no-audit --no-fund --no-package-lock --loglevel error';
  execFileSync('bash', ['-c', `${installServer.replace(PACKAGE, tarball)} ${quietly}`], {
    cwd: served,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: quietEnv(),
  });
  return {
    folder,
    react18,
    alone,
    served,
    ...programsOf(scratch, folder),
  };
}
