import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cutAfterCommit, diskFull, paused } from './faults.ts';
import type { Figure } from './figure.ts';
import { databaseKills, serverKills } from './kills.ts';
import { type Engine, postgresEngine, sqliteEngine } from './place.ts';
import { races } from './races.ts';
import { speed } from './speed.ts';

type Trial = (engine: Engine, scale: number) => Promise<readonly Figure[]>;

const trials: Readonly<Record<string, Trial>> = {
  speed,
  races,
  'server-kills': serverKills,
  'database-kills': databaseKills,
  cut: cutAfterCommit,
  paused,
  full: diskFull,
};

const HELP = `npm run chaos [-- trial…] [--on sqlite|postgres] [--scale 0.1]
Loads servers of its own on 127.0.0.1, kills them and their databases, and prints what they held. Trials: ${Object.keys(trials).join(', ')}.
--scale sets the size: 1 is 100,000 racing calls, 50 killed servers, 10 killed databases, 30 s of pause.
PostgreSQL is found as npm test finds it; the one of TEST_DATABASE_URL is neither killed nor paused.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scale: { type: 'string', default: '1' },
    on: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(HELP);
else await run();

async function run(): Promise<void> {
  const chosen = positionals.length > 0 ? positionals : Object.keys(trials);
  const unknown = chosen.find((name) => !(name in trials));
  if (unknown !== undefined)
    throw new Error(`No trial is called ${unknown}: there are ${Object.keys(trials).join(', ')}`);
  const scale = Number(values.scale);
  const figures: Figure[] = [];
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, scale ${scale}\n`);
  console.log('| database | what | measured | must be | |\n| --- | --- | --- | --- | --- |');
  const engines = [
    ...(values.on === 'postgres' ? [] : [async () => sqliteEngine()]),
    ...(values.on === 'sqlite' ? [] : [postgresEngine]),
  ];
  for (const start of engines) {
    const engine = await start();
    try {
      for (const name of chosen) {
        const found = (await trials[name]?.(engine, scale)) ?? [];
        for (const { what, measured, limit = '', isFine } of found) {
          console.log(`| ${engine.name} | ${what} | ${measured} | ${limit} | ${isFine ? 'holds' : '**does not**'} |`);
        }
        figures.push(...found);
      }
    } finally {
      await engine.stop();
    }
  }
  const failed = figures.filter(({ isFine }) => !isFine).length;
  console.log(`\n${figures.length - failed} hold, ${failed} do not`);
  if (failed > 0) process.exitCode = 1;
}
