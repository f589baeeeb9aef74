import { createTokenSigner } from '../../../src/server/auth/tokens.ts';
import { openStore } from '../../../src/server/hosts/open-store.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { createHttpsSender } from '../../../src/server/integrations/webhooks/https-sender.ts';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';
import { mailKinds } from '../../../src/server/messages/mail-kind.ts';
import type { Store } from '../../../src/server/ports.ts';
import { webhookKinds } from '../../../src/server/webhooks/webhook-kinds.ts';
import type { DeadlyOrders } from './deadly-orders.ts';

// A worker in a process of its own, which kills itself (SIGKILL) when it comes to a place for the n-th time.
const { place, now, smtpPort, secret, publicUrl, from, pages, dies } = JSON.parse(
  process.argv[2] ?? '',
) as DeadlyOrders;

let visits = 0;
/** Ends the process at once, as `kill -9` does, at the place that was asked for. */
async function visit(step: DeadlyOrders['dies']['step']): Promise<void> {
  if (step !== dies.step) return;
  visits += 1;
  if (visits < dies.visit) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

const opened = await openStore(place, {});
const store: Store = {
  ...opened,
  jobs: {
    ...opened.jobs,
    add: async (job, at) => {
      const isNew = await opened.jobs.add(job, at);
      await visit('a later job was added');
      return isNew;
    },
  },
  messages: {
    ...opened.messages,
    save: async (message) => {
      await opened.messages.save(message);
      await visit('a mail is noted');
    },
  },
};
const clock = { now: () => now };
const jobs = createJobRunner({ store, clock });
const smtp = createSmtpMailer({ host: '127.0.0.1', port: smtpPort, secure: false, requireTls: false });
const posts = createHttpsSender({ allowsPrivate: true });
const tokens = createTokenSigner(secret, clock);
const mailer = {
  send: async (mail: Parameters<typeof smtp.send>[0]) => {
    await visit('a mail is ready');
    await smtp.send(mail);
    await visit('a mail was taken');
  },
};
const sender = {
  ...posts,
  post: async (call: Parameters<typeof posts.post>[0]) => {
    const reply = await posts.post(call);
    await visit('a webhook was taken');
    return reply;
  },
};
for (const kind of [
  ...mailKinds({ store, clock, tokens, publicUrl, mailer, from, pages }),
  ...webhookKinds({ store, clock, secret, sender }),
]) {
  jobs.register(kind);
}
jobs.start();
// The test waits for the end by a signal: a worker that never comes to the place fails it.
setTimeout(() => process.exit(3), 60_000);
