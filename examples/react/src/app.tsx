import type { Booking, CbBookingButton as ButtonElement } from '@culturebridge/booking/elements';
import { CbBooking, CbBookingButton } from '@culturebridge/booking/react';
import { useRef, useState } from 'react';

const api = 'http://localhost:8000';
const coach = '323e4567-e89b-12d3-a456-426614174000';

export function App() {
  const [booking, setBooking] = useState<Booking>();
  const dialog = useRef<ButtonElement>(null);
  return (
    <>
      <h1>React</h1>
      <p role="status">
        {booking && `Booked for ${new Date(booking.session_datetime).toLocaleString()}: ${booking.status}`}
      </p>
      <CbBooking
        api={api}
        coach={coach}
        metadata={{ source: 'react' }}
        onCbBooked={(event) => setBooking(event.booking)}
      />
      <button type="button" onClick={() => dialog.current?.show()}>
        Book in a dialog
      </button>
      <CbBookingButton ref={dialog} api={api} coach={coach} />
    </>
  );
}
