import type { Booking, CbBookingButton } from '@culturebridge/booking/elements';
import { createSignal, Show } from 'solid-js';

const api = 'http://localhost:8000';
const coach = '323e4567-e89b-12d3-a456-426614174000';

export function App() {
  const [booking, setBooking] = createSignal<Booking>();
  let dialog: CbBookingButton | undefined;
  return (
    <>
      <h1>Solid</h1>
      <p role="status">
        <Show when={booking()}>{(made) => `Booked for ${made().session_datetime}: ${made().status}`}</Show>
      </p>
      <cb-booking
        api={api}
        coach={coach}
        prop:metadata={{ source: 'solid' }}
        on:cb-booked={(event) => setBooking(event.booking)}
      />
      <button type="button" onClick={() => dialog?.show()}>
        Book in a dialog
      </button>
      <cb-booking-button
        ref={(element) => {
          dialog = element;
        }}
        api={api}
        coach={coach}
      />
    </>
  );
}
