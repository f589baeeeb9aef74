import '@culturebridge/booking/define/booking';
import '@culturebridge/booking/define/booking-button';

const booking = document.querySelector('#booking');
booking.metadata = { source: 'webpack' };
booking.addEventListener('cb-booked', ({ booking: made }) => {
  document.querySelector('#booked').textContent = `Booked for ${made.session_datetime}: ${made.status}`;
});
document.querySelector('#open').addEventListener('click', () => document.querySelector('#dialog').show());
