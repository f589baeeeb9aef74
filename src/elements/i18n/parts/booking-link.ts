import type { LinkTexts } from '../booking.ts';

export const linkEnglish: LinkTexts = {
  slotGone: 'The time of this link is no longer open. Here is what is open that day.',
};
