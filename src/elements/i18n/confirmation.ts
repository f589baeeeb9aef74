import type { SessionLocation } from '../../contract/bought-type.ts';
import type { BookingStatus } from '../../contract/index.ts';

/** The texts of `<cb-booking-confirmation>`. Days, times and names arrive formatted. */
export interface ConfirmationMessages {
  readonly title: Readonly<Record<BookingStatus, string>>;
  /** `name` is empty when the coach's is unknown. */
  readonly status: Readonly<Record<BookingStatus, (name: string) => string>>;
  readonly what: string;
  readonly session: (minutes: number, name: string) => string;
  readonly when: string;
  /** A session's times with the city of their zone: "15:00–16:00, Berlin (GMT+1)". */
  readonly inZone: (times: string, city: string, offset: string) => string;
  readonly forCoach: (name: string, times: string) => string;
  readonly price: string;
  readonly free: string;
  readonly where: string;
  readonly join: string;
  readonly whereLater: string;
  /** The place of a session type that names none. */
  readonly place: Readonly<Record<SessionLocation['kind'], string>>;
  readonly notes: string;
  /** Others who take part. */
  readonly attendees: string;
  readonly manage: string;
  /** Another time was booked than the chosen one, which arrives formatted. */
  readonly otherTime: (day: string, time: string) => string;
  readonly manageLink: string;
  readonly manageLinkHelp: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly manageByMail: (address: string) => string;
  readonly manageAccount: string;
  readonly bookAnother: string;
  readonly reference: string;
}

export const confirmationEnglish: ConfirmationMessages = {
  title: {
    pending: 'Request sent',
    confirmed: 'Your session is booked',
    completed: 'This session took place',
    cancelled: 'This session is cancelled',
  },
  status: {
    pending: (name) => (name ? `Waiting for ${name} to confirm` : 'Waiting for the coach to confirm'),
    confirmed: (name) => (name ? `Confirmed by ${name}` : 'Confirmed by the coach'),
    completed: () => 'Completed',
    cancelled: () => 'Cancelled',
  },
  what: 'What',
  session: (minutes, name) => (name ? `${minutes}-minute session with ${name}` : `${minutes}-minute session`),
  when: 'When',
  inZone: (times, city, offset) => `${times}, ${city} (${offset})`,
  forCoach: (name, times) => (name ? `For ${name}: ${times}` : `For the coach: ${times}`),
  price: 'Price',
  free: 'Free',
  where: 'Where',
  join: 'Join the session',
  whereLater: 'The coach will tell you',
  place: { video: 'Video call', phone: 'Phone', place: 'In person', link: 'Online' },
  notes: 'Notes',
  attendees: 'Guests',
  manage: 'Move or cancel',
  otherTime: (day, time) => `You chose ${day}, ${time}, but the time below was booked.`,
  manageLink: 'Move or cancel this booking',
  manageLinkHelp: 'Keep this link. Anyone with this link can move or cancel it.',
  copy: 'Copy link',
  copied: 'Copied',
  copyByHand: 'Copy it from the link’s own menu.',
  manageByMail: (address) => `To move or cancel, write to ${address} and name the reference.`,
  manageAccount: 'To move or cancel, contact the coach and name the reference.',
  bookAnother: 'Book another time',
  reference: 'Reference',
};
