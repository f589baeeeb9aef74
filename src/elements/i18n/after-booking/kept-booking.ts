/** The texts of `<cb-kept-booking>`. Days, times and names arrive formatted. */
export interface KeptBookingMessages {
  readonly title: string;
  /** `name` is empty when the coach's is unknown. */
  readonly when: (day: string, times: string, city: string, name: string) => string;
  readonly waiting: string;
  readonly manage: string;
  readonly another: string;
  readonly forget: string;
  readonly forgotten: string;
}

export const keptBookingEnglish: KeptBookingMessages = {
  title: 'Your booking',
  when: (day, times, city, name) => `${day}, ${times} (${city})${name ? ` with ${name}` : ''}`,
  waiting: 'Waits for the coach to confirm',
  manage: 'Move or cancel',
  another: 'Book another time',
  forget: 'Forget it on this device',
  forgotten: 'Your booking is no longer shown here. It still stands; the link in your mail opens it.',
};
