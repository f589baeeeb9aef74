import type { Booking } from '../../src/contract/booking.ts';
import type { Hands } from './hands.ts';

/** The seeded accounts the journeys use. */
export const people = {
  client: { email: 'client@example.com', password: 'password123' },
  coach: { email: 'coach@example.com', password: 'password123' },
  admin: { email: 'admin@example.com', password: 'password123' },
} as const;

/** Whoever signs in. */
export interface Person {
  readonly email: string;
  readonly password: string;
}

/** Fills the sign-in that is on show. */
export async function signIn(hands: Hands, { email, password }: Person): Promise<void> {
  const form = hands.page.getByRole('form', { name: 'Sign in' });
  await hands.type(form.getByLabel('E-mail'), email);
  await hands.type(form.getByLabel('Password', { exact: true }), password);
  await hands.press(form.getByRole('button', { name: 'Sign in' }));
}

/** A call of the guide, as somebody. */
export async function callAs(url: string, person: Person, path: string): Promise<unknown> {
  const logIn = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  const headers = { authorization: `Bearer ${(await logIn.json()).access_token}` };
  const me = await (await fetch(`${url}/auth/me`, { headers })).json();
  return (await fetch(`${url}${path.replace('{me}', me.id)}`, { headers })).json();
}

/** The bookings of the seeded coach, as the server has them. */
export async function bookingsOfCoach(url: string): Promise<readonly Booking[]> {
  const listed = await callAs(url, people.coach, '/booking/coach/{me}');
  return (listed as { readonly bookings: readonly Booking[] }).bookings;
}

/** Those of one client. */
export async function bookingsOf(url: string, email: string): Promise<readonly Booking[]> {
  return (await bookingsOfCoach(url)).filter(({ client }) => client?.email === email);
}
