import type { Account } from '../ports.ts';

/** What an account is found and ordered by: its name and e-mail in lower case. */
export function searchTextOf({ name, email }: Pick<Account, 'name' | 'email'>): string {
  return (name ? `${name} ${email}` : email).toLowerCase();
}
