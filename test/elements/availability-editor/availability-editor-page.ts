import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { Schedule, WeeklyHours } from '../../../src/contract/schedule.ts';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import { register } from '../../../src/elements/base/register.ts';
import { createMockServer, type MockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';

register('cb-availability-editor', CbAvailabilityEditor);

/** `getAnimations` of a document leaves out what is inside shadow roots. */
function animationsIn(root: Document | ShadowRoot): readonly Animation[] {
  const nested = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...nested].filter(
    ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
  );
}

/** What may come between the coach and the server. */
export type Interruption = (request: Request) => Promise<Response | undefined> | Response | undefined;

/** The editor on a page, against the real server, and a coach's hands. */
export class EditorPage {
  interruption: Interruption | undefined;

  private constructor(
    readonly server: MockServer,
    readonly client: ReturnType<typeof createBookingClient>,
  ) {}

  element!: CbAvailabilityEditor;

  /** Opens the editor for the first coach of the seed, signed in unless told otherwise. */
  static async open({
    signedIn = true,
    width = 1200,
    locale = 'en-GB',
    answer,
  }: {
    signedIn?: boolean;
    width?: number;
    locale?: string;
    answer?: Interruption;
  } = {}) {
    const server = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const reach = async (request: Request): Promise<Response> =>
      (await page.interruption?.(request)) ?? server.fetch(request);
    const client = createBookingClient({ api: 'http://coach.test', fetch: (request) => reach(request), retries: 0 });
    const page = new EditorPage(server, client);
    page.interruption = answer;
    if (signedIn) await client.session.logIn({ email: seed.coach.email, password: SEED_PASSWORD });
    page.element = await fixture(html`<cb-availability-editor
      style="width: ${width}px"
      locale=${locale}
      api="http://coach.test"
      coach=${seed.coach.id}
      preview-time-zone="America/New_York"
      .fetch=${(request: Request) => reach(request)}
      .session=${client.session}
      .now=${() => server.clock.now()}
    ></cb-availability-editor>`);
    if (signedIn && !answer) await waitUntil(() => page.find('.column'), 'the editor never showed the week');
    await page.settle();
    return page;
  }

  /** The first element that matches, in this shadow root or any inside it. */
  find(selector: string, root: ParentNode = this.element.shadowRoot ?? this.element): HTMLElement | undefined {
    return this.all(selector, root)[0];
  }

  all(selector: string, root: ParentNode = this.element.shadowRoot ?? this.element): HTMLElement[] {
    const inside = [...root.querySelectorAll<HTMLElement>('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? this.all(selector, shadowRoot) : [],
    );
    return [...root.querySelectorAll<HTMLElement>(selector), ...inside];
  }

  get(selector: string): HTMLElement {
    const found = this.find(selector);
    if (!found) throw new Error(`nothing on the page matches ${selector}`);
    return found;
  }

  async press(selector: string): Promise<void> {
    this.get(selector).click();
    await this.settle();
  }

  /** Fills a field the way a person does: text, then leaving it. */
  async fill(selector: string, value: string): Promise<void> {
    const field = this.get(selector) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settle();
  }

  /** Lets every part draw. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** What has the focus, however deep. */
  get focused(): Element | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  /** Blocks of a weekday as their labels say them. */
  blocks(weekday: number): string[] {
    return this.all(`.column[data-weekday="${weekday}"] button.block`).map(
      (block) => block.getAttribute('aria-label') ?? '',
    );
  }

  get said(): string {
    return this.get('p[role=status].visually-hidden').textContent?.trim() ?? '';
  }

  /** A point of the week grid, in the page's pixels. */
  point(weekday: number, time: string): [number, number] {
    const { left, top, width, height } = this.get(`.column[data-weekday="${weekday}"]`).getBoundingClientRect();
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return [Math.round(left + width / 2), Math.round(top + ((hour * 60 + minute) / 1440) * height)];
  }

  /** Drags with the mouse from one point to another, by way of the middle. */
  async drag(from: [number, number], to: [number, number], { release = true } = {}): Promise<void> {
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)] });
    await sendMouse({ type: 'move', position: to });
    if (release) await sendMouse({ type: 'up' });
    await this.settle();
  }

  /** Waits until nothing moves, so that contrast is measured on what stays. */
  async still(): Promise<CbAvailabilityEditor> {
    await this.settle();
    // One fade may begin as another ends, and one that is broken off never finishes.
    for (let moving = animationsIn(document); moving.length > 0; moving = animationsIn(document)) {
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
    return this.element;
  }

  async stored(): Promise<Schedule> {
    return this.client.getSchedule({ params: { coach_id: seed.coach.id } });
  }

  async storedOn(weekday: number): Promise<WeeklyHours[]> {
    return (await this.stored()).weekly_hours.filter((hours) => hours.weekday === weekday);
  }

  /** Another tab of the same coach writes. */
  async saveElsewhere(change: Partial<Schedule>): Promise<void> {
    const params = { coach_id: seed.coach.id };
    let etag = '';
    const onResponse = (reply: Response) => {
      etag = reply.headers.get('etag') ?? '';
    };
    const theirs = await this.client.getSchedule({ params }, { onResponse });
    await this.client.putSchedule({ params, body: { ...theirs, ...change } }, { ifMatch: etag });
  }

  /** Saves, and confirms where sessions would lie outside the hours. */
  async save(): Promise<void> {
    await this.press('[data-do=save]');
    if (this.find('[data-answer=save]')) await this.press('[data-answer=save]');
    await waitUntil(() => !this.element.dirty, 'nothing was saved');
    await this.settle();
  }
}
