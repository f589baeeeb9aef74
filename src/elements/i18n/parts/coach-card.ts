import { bookingEnglish, type CoachCardTexts } from '../booking.ts';

export const coachCardEnglish: CoachCardTexts = {
  bookSession: bookingEnglish.bookSession,
  minutes: (count) => `${count} min`,
  anHour: (amount) => `${amount} an hour`,
  free: 'Free',
  loadingCoach: 'Loading the coach',
};
