import { loadBooking, renderBooking } from '@culturebridge/booking/ssr';
import { TakeOver } from './take-over';

const api = 'http://localhost:8000';
const coachId = '323e4567-e89b-12d3-a456-426614174000';

/** Drawn at each request: times change. */
export const dynamic = 'force-dynamic';

/** The widget with its times in it, before any script runs; the form is sent to the booking server, which answers with a page. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) if (typeof value === 'string') query.set(name, value);
  const loaded = await loadBooking({ api, coachId, query });
  const markup = await renderBooking({ ...loaded, locale: 'en', page: '/drawn', query });
  return (
    <main>
      <h1>Drawn on the server</h1>
      {/* Texts of coaches are escaped by renderBooking. */}
      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
      <TakeOver />
    </main>
  );
}
