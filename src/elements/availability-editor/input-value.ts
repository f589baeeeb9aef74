/** What a field says. */
export function inputValue(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** False while a date or number field holds something that is none; its value is empty then. */
export function isReadable(event: Event): boolean {
  return !(event.target as HTMLInputElement).validity.badInput;
}
