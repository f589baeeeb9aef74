import type { Account } from '../ports.ts';

/** Text as it is compared: in lower case, each letter with its marks as one character (Unicode normalization form C). */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}

/** What an account is found and ordered by: its name and e-mail, folded. */
export function searchTextOf({ name, email }: Pick<Account, 'name' | 'email'>): string {
  return foldText(name ? `${name} ${email}` : email);
}
