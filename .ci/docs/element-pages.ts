/**
 * Usage of each element in a page, by the people it is for, in the order in which docs and Storybook list them. Scripts are those of a
 * page that has defined the elements.
 */
export const elementGroups = {
  'For visitors': {
    'cb-booking': `<cb-booking api="https://api.example.com" coach="323e4567-e89b-12d3-a456-426614174000">
  <a href="mailto:you@example.com">Write to me to find a time</a>
</cb-booking>

<script type="module">
  document.querySelector('cb-booking').addEventListener('cb-booked', ({ booking }) => console.log(booking.id));
</script>`,
    'cb-booking-button': `<cb-booking-button api="https://api.example.com" coach="323e4567-e89b-12d3-a456-426614174000">
  Book a session
</cb-booking-button>

<script type="module">
  // Opens the dialog from anywhere on the page.
  document.querySelector('cb-booking-button').show();
</script>`,
    'cb-coach-list': `<cb-coach-list api="https://api.example.com"></cb-coach-list>

<script type="module">
  document.querySelector('cb-coach-list').addEventListener('cb-coach-select', ({ coach }) => console.log(coach.name));
</script>`,
    'cb-coach-card': `<cb-coach-card></cb-coach-card>

<script type="module">
  import { createBookingClient } from '@culturebridge/booking';

  const client = createBookingClient({ api: 'https://api.example.com' });
  const { coaches } = await client.listCoaches();
  document.querySelector('cb-coach-card').coach = coaches[0];
</script>`,
    'cb-bookings': `<cb-bookings api="https://api.example.com" storage="session"></cb-bookings>

<script type="module">
  // The page's own users instead of a sign-in inside the element.
  document.querySelector('cb-bookings').getToken = async () => (await fetch('/token')).text();
</script>`,
    'cb-account': `<cb-bookings api="https://api.example.com" storage="session"></cb-bookings>
<cb-account api="https://api.example.com"></cb-account>`,
    'cb-sign-in': `<cb-sign-in api="https://api.example.com"></cb-sign-in>

<script type="module">
  document.querySelector('cb-sign-in').addEventListener('cb-signed-in', ({ user }) => console.log(user?.email));
</script>`,
    'cb-add-to-calendar': `<cb-add-to-calendar name="Coaching with Ana" start="2025-11-18T14:00:00Z" end="2025-11-18T15:00:00Z"></cb-add-to-calendar>`,
  },
  'For coaches': {
    'cb-first-steps': `<cb-first-steps api="https://api.example.com" storage="session" hours-href="/hours"></cb-first-steps>`,
    'cb-coach-profile': `<cb-coach-profile api="https://api.example.com" storage="session"></cb-coach-profile>`,
    'cb-availability-editor': `<cb-availability-editor api="https://api.example.com" storage="session"></cb-availability-editor>`,
    'cb-session-types': `<cb-session-types api="https://api.example.com" storage="session"></cb-session-types>`,
    'cb-message-settings': `<cb-message-settings api="https://api.example.com" storage="session"></cb-message-settings>`,
    'cb-webhooks': `<cb-webhooks api="https://api.example.com" storage="session"></cb-webhooks>`,
    'cb-calendar-connect': `<cb-calendar-connect api="https://api.example.com" storage="session"></cb-calendar-connect>`,
    'cb-accounts': `<cb-accounts api="https://api.example.com" storage="session"></cb-accounts>`,
  },
  'Parts to build with': {
    'cb-availability-picker': `<cb-availability-picker api="https://api.example.com" coach="323e4567-e89b-12d3-a456-426614174000"></cb-availability-picker>

<script type="module">
  document.querySelector('cb-availability-picker').addEventListener('cb-slot-select', ({ slot }) => console.log(slot.start));
</script>`,
    'cb-month-grid': `<cb-month-grid month="2025-11" today="2025-11-05"></cb-month-grid>

<script type="module">
  const grid = document.querySelector('cb-month-grid');
  grid.days = new Map([['2025-11-18', 4]]);
  grid.addEventListener('cb-day-select', ({ day }) => console.log(day));
</script>`,
    'cb-slot-list': `<cb-slot-list day="2025-11-18" time-zone="Europe/Berlin"></cb-slot-list>

<script type="module">
  const list = document.querySelector('cb-slot-list');
  list.slots = [{ start: '2025-11-18T14:00:00Z', end: '2025-11-18T15:00:00Z', duration_minutes: 60 }];
  list.addEventListener('cb-slot-select', ({ slot }) => console.log(slot.start));
</script>`,
    'cb-time-zone-picker': `<cb-time-zone-picker time-zone="Europe/Berlin"></cb-time-zone-picker>

<script type="module">
  document
    .querySelector('cb-time-zone-picker')
    .addEventListener('cb-time-zone-change', ({ timeZone }) => console.log(timeZone));
</script>`,
    'cb-booking-form': `<cb-booking-form
  api="https://api.example.com"
  coach="323e4567-e89b-12d3-a456-426614174000"
  start="2025-11-18T14:00:00Z"
  duration="60"
></cb-booking-form>`,
    'cb-booking-confirmation': `<cb-booking-confirmation></cb-booking-confirmation>

<script type="module">
  const confirmation = document.querySelector('cb-booking-confirmation');
  document.addEventListener('cb-booked', ({ booking }) => {
    confirmation.booking = booking;
  });
</script>`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const usages: ReadonlyMap<string, string> = new Map(
  Object.values(elementGroups).flatMap((each) => Object.entries(each)),
);

/** The lines that use an element in a page; an element without them is an error. */
export function usageOf(tag: string): string {
  const usage = usages.get(tag);
  if (!usage) throw new Error(`.ci/docs/element-pages.ts has no usage of <${tag}>`);
  return usage;
}
