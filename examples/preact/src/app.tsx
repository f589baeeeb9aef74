import type { Booking, CbBookingButton } from '@culturebridge/booking/elements';
import { useRef, useState } from 'preact/hooks';

const api = 'http://localhost:8000';
const coach = '323e4567-e89b-12d3-a456-426614174000';

export function App() {
  const [booking, setBooking] = useState<Booking>();
  const dialog = useRef<CbBookingButton>(null);
  return (
    <>
      <h1>Preact</h1>
      <p role="status">{booking && `Booked for ${booking.session_datetime}: ${booking.status}`}</p>
      <cb-booking
        api={api}
        coach={coach}
        metadata={{ source: 'preact' }}
        oncb-booked={(event) => setBooking(event.booking)}
      />
      <button type="button" onClick={() => dialog.current?.show()}>
        Book in a dialog
      </button>
      <cb-booking-button ref={dialog} api={api} coach={coach} />
    </>
  );
}
