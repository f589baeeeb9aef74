'use client';

import type { Booking, CbBookingButton as ButtonElement } from '@culturebridge/booking/elements';
import { CbBooking, CbBookingButton } from '@culturebridge/booking/react';
import { useRef, useState } from 'react';

const api = 'http://localhost:8000';
const coach = '323e4567-e89b-12d3-a456-426614174000';

/** Rendered on the server; listeners and properties are set when the page is taken over in the browser. */
export function BookingPage() {
  const [booking, setBooking] = useState<Booking>();
  const dialog = useRef<ButtonElement>(null);
  return (
    <>
      <p role="status">{booking && `Booked for ${booking.session_datetime}: ${booking.status}`}</p>
      <CbBooking
        id="booking"
        api={api}
        coach={coach}
        metadata={{ source: 'next' }}
        onCbBooked={(event) => setBooking(event.booking)}
      >
        <a href="mailto:ana@example.com">Write to Ana to find a time</a>
      </CbBooking>
      <button type="button" onClick={() => dialog.current?.show()}>
        Book in a dialog
      </button>
      <CbBookingButton ref={dialog} api={api} coach={coach} />
    </>
  );
}
