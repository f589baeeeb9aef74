import { BookingPage } from './booking-page';

export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <BookingPage />
    </main>
  );
}
