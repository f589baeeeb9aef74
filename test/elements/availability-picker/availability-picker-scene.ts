import { fixture, waitUntil } from '@open-wc/testing';
import { CbAvailabilityPicker } from '../../../src/elements/availability-picker/availability-picker.ts';
import { register } from '../../../src/elements/base/register.ts';
import { createMockServer, type MockServerOptions, seed } from '../../../src/mock/index.ts';
import { inside } from '../deep.ts';

register('cb-availability-picker', CbAvailabilityPicker);

/** What stands behind a picker. */
export interface PickerScene extends MockServerOptions {
  readonly coach?: string;
  /** Answers in the server's place. */
  readonly answer?: (request: Request) => Promise<Response> | undefined;
  /** The page's own words inside the element. */
  readonly within?: string;
}

/** A picker on the guide's day that has not asked for anything yet. */
export function pickerOf({ coach = seed.coaches.ana, answer, within = '', ...mock }: PickerScene = {}) {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z', ...mock });
  const picker = document.createElement('cb-availability-picker') as CbAvailabilityPicker;
  picker.innerHTML = within;
  return Object.assign(picker, {
    api: 'https://api.example.com',
    coach,
    duration: 60,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    now: () => server.clock.now(),
    fetch: (request: Request) => answer?.(request) ?? server.fetch(request),
  });
}

/** The same, placed, with everything that stands beside the times. */
export async function openPicker(scene: PickerScene = {}): Promise<CbAvailabilityPicker> {
  const picker = pickerOf(scene);
  await fixture(picker);
  await settled(picker);
  return picker;
}

/** Resolves when the picker knows its times, or why there are none. */
export async function settled(picker: CbAvailabilityPicker): Promise<void> {
  const loading = () => inside<HTMLElement & { loading: boolean }>(picker, 'cb-month-grid').loading;
  await waitUntil(() => !loading(), 'the times are there', { timeout: 8000 });
  await Promise.all(['cb-next-times', 'cb-time-zone-picker'].map((tag) => customElements.whenDefined(tag)));
  await picker.updateComplete;
}
