import { appendFileSync } from 'node:fs';
import { openStore } from '../../../src/server/hosts/open-store.ts';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';

// A worker in a process of its own: it notes that it began a job, and does not end it.
const [place = '', notes = ''] = process.argv.slice(2);
const store = await openStore(place, {});
const runner = createJobRunner({ store });
runner.register({
  name: 'mail',
  run: async ({ key }) => {
    appendFileSync(notes, `${process.pid} ${key}\n`);
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
});
runner.start();
