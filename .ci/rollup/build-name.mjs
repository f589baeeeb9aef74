import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** What the same modules are made into by: the build's settings, its own steps, and the versions of its tools. */
const makers = ['rollup.config.mjs', 'tsconfig.json', 'package.json', ...globSync('.ci/rollup/*').sort()];

/**
 * Names all chunks of one build by one digest of everything that is in them, and of how they are made: a file that differs in one byte must
 * not have the name of another, which browsers keep for a year. Each name is written where the chunk is loaded: with a
 * digest of its own for each of the about sixty, those that a visitor never loads would still cost 0.35 kB.
 */
export function buildName(version) {
  let digest;
  return {
    plugin: {
      name: 'build-name',
      renderStart() {
        const code = [...this.getModuleIds()].map((id) => this.getModuleInfo(id)?.code ?? '').sort();
        digest = createHash('sha256')
          .update([version, ...code, ...makers.map((file) => readFileSync(file, 'utf8'))].join('\n'))
          .digest('base64url')
          .slice(0, 8);
      },
    },
    chunkFileNames: () => `[name]-${digest}.js`,
  };
}
