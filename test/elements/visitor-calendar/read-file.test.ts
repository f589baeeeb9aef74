import { expect } from '@open-wc/testing';
import { readFile, readLimits } from '../../../src/elements/visitor-calendar/read-file.ts';

const event = (uid: number, rule = '') =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTART:20251118T090000Z',
    'DTEND:20251118T100000Z',
    ...(rule && [rule]),
    'END:VEVENT',
  ].join('\r\n');
const calendar = (...events: readonly string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n');
const options = {
  range: { start: Date.UTC(2025, 10, 1), end: Date.UTC(2027, 10, 1) },
  timeZone: 'Europe/Berlin',
};
const busy = [{ start: Date.UTC(2025, 10, 18, 9), end: Date.UTC(2025, 10, 18, 10) }];
const hourly = calendar(...Array.from({ length: 5000 }, (_, uid) => event(uid, 'RRULE:FREQ=HOURLY')));

function control() {
  const parts: number[] = [];
  const abort = new AbortController();
  return { parts, abort, signal: abort.signal, progress: (part: number) => void parts.push(part) };
}

/** The workers that are started meanwhile, and the most that the page was held up, in ms. */
async function watch<T>(run: () => Promise<T>) {
  const Original = window.Worker;
  const started: string[] = [];
  window.Worker = class extends Original {
    constructor(url: string | URL, settings?: WorkerOptions) {
      super(url, settings);
      started.push(String(url));
    }
  };
  try {
    return { result: await run(), started };
  } finally {
    window.Worker = Original;
  }
}

const rejection = (reading: Promise<unknown>) =>
  reading.then(
    () => undefined,
    (error: Error) => error.name,
  );

describe('reading a calendar file', () => {
  it('takes a worker for a long text and none for a short one', async () => {
    const short = await watch(() => readFile(calendar(event(1)), options, control()));
    expect(short.started).to.deep.equal([]);
    expect(short.result).to.deep.equal({ busy, skipped: 0, guessed: 0 });
    const long = await watch(() => readFile(calendar(event(1), 'X'.repeat(300_000)), options, control()));
    expect(long.started).to.deep.equal([readLimits.workerUrl]);
    expect(long.result).to.deep.equal({ busy, skipped: 0, guessed: 0 });
  });

  it('starts the worker of another origin from an address of the page itself', async () => {
    const workerUrl = readLimits.workerUrl.replace('localhost', '127.0.0.1');
    expect(new URL(workerUrl).origin).not.to.equal(location.origin);
    const limits = { ...readLimits, workerFrom: 0, workerUrl };
    const { result, started } = await watch(() => readFile(calendar(event(1)), options, control(), limits));
    expect(started[0]).to.match(/^blob:/);
    expect(result).to.deep.equal({ busy, skipped: 0, guessed: 0 });
  });

  it('reads in slices where a worker cannot be started, and the page goes on meanwhile', async () => {
    for (const workerUrl of ['/nothing-here.js', 'https://elsewhere.invalid/worker.js']) {
      const limits = { ...readLimits, workerFrom: 0, workerUrl: new URL(workerUrl, location.href).href };
      const { result } = await watch(() => readFile(calendar(event(1)), options, control(), limits));
      expect(result, workerUrl).to.deep.equal({ busy, skipped: 0, guessed: 0 });
    }
    let ticks = 0;
    const ticking = setInterval(() => ticks++);
    const seen = control();
    const reading = readFile(hourly, options, seen, {
      ...readLimits,
      workerFrom: Number.POSITIVE_INFINITY,
      time: 1_000,
    });
    expect(await rejection(reading)).to.equal('TimeoutError');
    clearInterval(ticking);
    expect(ticks).to.be.greaterThan(3);
    expect(seen.parts.length).to.be.greaterThan(3);
  });

  for (const [where, workerFrom] of [
    ['a worker', 0],
    ['slices', Number.POSITIVE_INFINITY],
  ] as const) {
    it(`in ${where} ends at the time limit, when it is stopped, and with what is no calendar`, async () => {
      const limits = { ...readLimits, workerFrom };
      expect(await rejection(readFile(hourly, options, control(), { ...limits, time: 400 }))).to.equal('TimeoutError');
      const early = control();
      const reading = readFile(hourly, options, early, limits);
      early.abort.abort();
      expect(await rejection(reading)).to.equal('AbortError');
      const stopped = control();
      // Stopped by the first report of progress, whenever that comes.
      const progress = (part: number) => {
        stopped.progress(part);
        stopped.abort.abort();
      };
      expect(await rejection(readFile(hourly, options, { ...stopped, progress }, limits))).to.equal('AbortError');
      expect(stopped.parts[0]).to.be.greaterThan(0);
      expect(await rejection(readFile('<html>', options, control(), limits))).to.equal('SyntaxError');
    });
  }
});
