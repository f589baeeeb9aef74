import { expect } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { walkThrough } from './each-language.ts';
import { FAULTS, type Language, Walk } from './walk.ts';

register('cb-booking', CbBooking);

const clock = '2025-11-05T10:30:00Z';

/** The times of a coach at a server of its own. */
async function openTimes(language: Language, options: Parameters<typeof createMockServer>[0] = {}, set = {}) {
  const walk = new Walk(language, createMockServer({ clock, ...options }));
  await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana, ...set });
  return walk;
}

const day = (date: string, hours: string) => [
  'BEGIN:VEVENT',
  `UID:${date}`,
  'DTSTAMP:20251101T000000Z',
  `DTSTART:${date}T${hours}`,
  'DURATION:PT1H',
  'END:VEVENT',
];

/** A calendar file with an event each day, one in an unknown zone, and one that cannot be read. */
const file = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:test',
  ...['20251106', '20251107', '20251108'].flatMap((date) => day(date, '090000Z')),
  ...day('20251109', '090000').map((line) => line.replace('DTSTART:', 'DTSTART;TZID=Nowhere/Else:')),
  ...day('20251110', 'nonsense'),
  'END:VCALENDAR',
  '',
].join('\r\n');

/** Chooses a file in the comparison with the visitor's own calendar. */
async function chooseFile(walk: Walk, text: string, name: string): Promise<void> {
  walk.data.add(name);
  const input = await walk.there<HTMLInputElement>('cb-visitor-calendar', 'input[type="file"]');
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'text/calendar' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

const MORE = [
  FAULTS.server,
  FAULTS.unsupported,
  { code: 'coach_inactive', status: 400 },
  { code: 'coach_not_found', status: 404 },
] as const;

walkThrough('times', {
  everywhere: (language) => {
    it('in the times of a coach, their zone, and where none are open', async () => {
      const walk = await openTimes(await language());
      await walk.seen('button[part~="time"]');
      await walk.press('button.day.open', 'button[part="whole"]');
      await walk.there('cb-next-times', 'button');
      walk.look('times');
      await walk.press('button.zone', '[role="combobox"]');
      walk.look('the list of zones');
      await walk.fill('[role="combobox"]', 'Lisbon');
      walk.look('zones found');
      await walk.fill('[role="combobox"]', 'Nowhere');
      walk.look('no zone found');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('where a visitor compares the times with their own calendar', async () => {
      const walk = await openTimes(await language(), {}, { ownDay: true });
      await walk.press('.compare', '[part="choose"]');
      walk.look('the comparison');
      await chooseFile(walk, 'no calendar', 'letter.ics');
      await walk.seen('.bad-words');
      walk.look('no calendar file');
      await chooseFile(walk, file, 'mine.ics');
      await walk.seen('[part="source"]');
      walk.look('compared');
      await walk.press('[part="source"] button', '.compare');
      walk.look('no longer compared');
      expect(walk.found).to.deep.equal([]);
    });

    it('where few times are open, none in a month, or none at all', async () => {
      const rare = await openTimes(await language(), {}, { coach: '323e4567-e89b-12d3-a456-426614174006' });
      await rare.seen('button[part~="time"], [part="go"]');
      rare.look('few times');
      const none = await openTimes(await language(), { scenario: 'empty' });
      await none.seen('[part="go"]');
      none.look('no times');
      expect([...rare.found, ...none.found]).to.deep.equal([]);
    });

    it('in the button that opens the times in a dialog, and in lengths to choose from', async () => {
      const walk = new Walk(await language());
      await walk.open('cb-booking-button', { coach: walk.mock.seed.coaches.isla });
      walk.look('closed');
      await walk.press('.open', 'cb-duration-picker');
      await walk.seen('button[part~="time"]');
      await walk.there('cb-duration-picker', 'button, input');
      walk.look('open');
      await walk.press('[part="close"]', '.open');
      await walk.open('cb-booking-button', {});
      await walk.seen('.developer');
      walk.look('without a coach');
      expect(walk.found).to.deep.equal([]);
    });

    it('where times do not load', async () => {
      const [offline, ...others] = [FAULTS.offline, ...MORE];
      const found: string[] = [];
      const spoken = await language();
      for (const refusal of spoken.isPattern ? [offline, ...others] : [offline]) {
        const walk = new Walk(spoken, createMockServer({ clock }));
        walk.refuse = { path: /^GET .*availability/, ...refusal };
        await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana });
        walk.look('loading');
        await walk.seen('[part="failure"]');
        walk.look('times that do not load');
        walk.element.remove();
        found.push(...walk.found);
      }
      expect(found).to.deep.equal([]);
    });
  },
});
