import { parseArgs } from 'node:util';
import type { Attack, Figure } from './figure.ts';
import { hangingProvider } from './hanging-provider.ts';
import { hostileReplies } from './hostile-replies.ts';
import { limitsAtOnce } from './limits-at-once.ts';
import { malformed } from './malformed.ts';
import { callers, tryRights } from './rights.ts';
import { signInStorm } from './sign-in-storm.ts';
import { sigterm } from './sigterm.ts';

const whoMayDoWhat: Attack = async () => {
  const cells = await tryRights();
  const wrong = cells
    .filter(({ isRight }) => !isRight)
    .map(({ endpoint, caller, status }) => `${endpoint} ${caller} ${status}`);
  const what = `${cells.length} cells, ${callers.length} callers: wrong`;
  return [
    { attack: 'who may do what', what, measured: wrong.join(', ') || '0', limit: '0', isFine: wrong.length === 0 },
  ];
};

const attacks: Readonly<Record<string, Attack>> = {
  storm: signInStorm,
  limits: limitsAtOnce,
  provider: hangingProvider,
  sigterm,
  rights: whoMayDoWhat,
  replies: hostileReplies,
  malformed,
};

const HELP = `npm run attack [-- name…] [--scale 0.1]
Attacks servers of its own on 127.0.0.1 and prints what they held, with pass or fail. Names: ${Object.keys(attacks).join(', ')}.
--scale sets the size: 1 is 100,000 malformed requests. ATTACK_SEED repeats a run.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(HELP);
} else {
  const chosen = positionals.length > 0 ? positionals : Object.keys(attacks);
  const figures: Figure[] = [];
  for (const name of chosen) {
    const attack = attacks[name];
    if (!attack) throw new Error(`No attack is called ${name}: there are ${Object.keys(attacks).join(', ')}`);
    const startedAt = performance.now();
    const found = await attack(Number(values.scale));
    for (const figure of found) console.log(line(figure));
    console.log(`      ${name} took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    figures.push(...found);
  }
  const failed = figures.filter(({ isFine }) => !isFine).length;
  console.log(`${figures.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function line({ attack, what, measured, limit, isFine }: Figure): string {
  return `${isFine ? 'pass' : 'FAIL'}  ${attack}: ${what}: ${measured}${limit === undefined ? '' : ` (must be ${limit})`}`;
}
