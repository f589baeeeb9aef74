import { useState } from 'react';
import { createRoot } from 'react-dom/client';
// Importing it defines the elements; on your site: import '@culturebridge/booking/define'.
import '@culturebridge/booking/define';

const coach = '323e4567-e89b-12d3-a456-426614174000';

// React 19 passes attributes, properties and events to custom elements as they are: `oncb-booked` listens to `cb-booked`.
function App() {
  const [booking, setBooking] = useState();
  return (
    <>
      <h1>React</h1>
      {booking && (
        <p role="status">
          Booked for {new Date(booking.session_datetime).toLocaleString()}: {booking.status}
        </p>
      )}
      <cb-booking
        api="/"
        coach={coach}
        metadata={{ source: 'react' }}
        oncb-booked={(event) => setBooking(event.booking)}
      />
    </>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
