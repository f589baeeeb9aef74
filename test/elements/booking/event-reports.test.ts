import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { DaySelectEvent } from '../../../src/elements/base/events.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import type { EventReport } from '../../../src/elements/booking/event-reports.ts';
import { createMockServer } from '../../../src/mock/index.ts';

register('cb-booking', CbBooking);

const warned: string[] = [];
const { warn: plainWarn } = console;
before(() => {
  console.warn = (text: string) => void (text.includes('onEvent') ? warned.push(text) : plainWarn(text));
});
after(() => {
  console.warn = plainWarn;
});

type Name = 'eventListener' | 'onEvent';

async function open(name: Name, listener: (report: EventReport) => void): Promise<CbBooking> {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const element = await fixture<CbBooking>(html`<cb-booking
    api="https://api.example.com" coach=${mock.seed.coaches.ana} .fetch=${(request: Request) => mock.fetch(request)}
    .now=${() => mock.clock.now()}
  ></cb-booking>`);
  element[name] = listener;
  return element;
}

async function chooseTime(element: CbBooking): Promise<void> {
  const within = (host: Element | null | undefined, selector: string) =>
    host?.shadowRoot?.querySelector<HTMLElement>(selector);
  const list = () => within(within(element, 'cb-availability-picker'), 'cb-slot-list');
  await waitUntil(() => within(list(), 'button'), 'times are there', { timeout: 5000 });
  within(list(), 'button')?.click();
}

for (const name of ['eventListener', 'onEvent'] as const)
  describe(name, () => {
    it('is told of what happens, as plain values', async () => {
      const reports: EventReport[] = [];
      const element = await open(name, (report) => reports.push(report));
      await chooseTime(element);
      await waitUntil(() => reports.some((report) => report.name === 'step-change'), 'the step is told', {
        timeout: 5000,
      });
      const chosen = reports.find((report) => report.name === 'slot-select');
      expect(Object.keys(chosen?.fields ?? {}).sort()).to.deep.equal(['slot', 'timeZone']);
      expect(() => JSON.stringify(chosen)).to.not.throw();
      expect(reports.find((report) => report.name === 'step-change')?.fields).to.deep.equal({ step: 'details' });
    });

    it('is told, in order, of what happens before the part that reports has arrived', async () => {
      const reports: EventReport[] = [];
      const element = document.createElement('cb-booking');
      element[name] = (report: EventReport) => {
        if (report.name === 'day-select') reports.push(report);
      };
      let updates = 0;
      element.addController({
        // Right after the update that asks for the part, and so before it can be there.
        hostUpdated() {
          updates += 1;
          if (updates > 1) return;
          for (const day of ['2025-11-06', '2025-11-07']) element.dispatchEvent(new DaySelectEvent(day));
        },
      });
      document.body.append(element);
      try {
        await waitUntil(() => reports.length > 1, 'they are told', { timeout: 5000 });
        expect(reports).to.deep.equal([
          { name: 'day-select', fields: { day: '2025-11-06' } },
          { name: 'day-select', fields: { day: '2025-11-07' } },
        ]);
        element.dispatchEvent(new DaySelectEvent('2025-11-08'));
        expect(reports.slice(2)).to.deep.equal([{ name: 'day-select', fields: { day: '2025-11-08' } }]);
      } finally {
        element.remove();
      }
    });

    it('is told what only the backend’s developer can mend, once a cause', async () => {
      const told: string[] = [];
      const { error: plainError } = console;
      console.error = (text: unknown) => void told.push(String(text));
      try {
        const reports: EventReport[] = [];
        // Another address at each try: a cause is told once a page.
        const host = `${crypto.randomUUID()}.example.com`;
        const element = await fixture<CbBooking>(html`<cb-booking
          api="https://${host}" coach="c"
          .fetch=${async () => Response.json({ coach_id: 'c', available_slots: 'none' })}
        ></cb-booking>`);
        element[name] = (report: EventReport) => reports.push(report);
        const says = `//${host}/booking/coach/c/availability: available_slots is "none", not array.`;
        const problems = () =>
          reports.flatMap((report) => (report.name === 'problem' ? String(report.fields.error) : []));
        await waitUntil(() => problems().some((text) => text.includes(says)), 'it is told', { timeout: 5000 });
        expect(told.filter((text) => text.includes(says))).to.have.length(1);
      } finally {
        console.error = plainError;
      }
    });

    it('cannot stop a booking with an error of its own', async () => {
      const element = await open(name, () => {
        throw new Error('analytics is down');
      });
      await chooseTime(element);
      await waitUntil(() => element.status === 'details', 'the form is there', { timeout: 5000 });
    });
  });

describe('onEvent, which is on its way out', () => {
  it('says so once in the console, and what takes its place', async () => {
    for (const name of ['onEvent', 'eventListener', 'onEvent'] as const) await open(name, () => undefined);
    await waitUntil(() => warned.length > 0, 'it is said', { timeout: 5000 });
    await nextFrame();
    expect(warned).to.deep.equal(['<cb-booking>.onEvent will go in the next major version: use eventListener.']);
  });
});
