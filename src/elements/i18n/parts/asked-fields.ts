import type { AskedTexts } from '../form.ts';

export const askedEnglish: AskedTexts = {
  addAttendees: 'Add guests',
  attendees: 'Guests',
  attendeesHelp: 'E-mail addresses of others who come along, separated by commas.',
  attendeeWrong: (address) => `“${address}” is not an e-mail address. Enter one such as name@example.com`,
  attendeesTooMany: (most) => `Enter at most ${most} addresses`,
  choose: 'Choose one',
  yes: 'Yes',
  no: 'No',
  answers: {
    required: (label) => `Answer “${label}”`,
    too_long: (label) => `Shorten the answer to “${label}”`,
    not_an_option: (label) => `Choose one of the answers to “${label}”`,
    not_yes_or_no: (label) => `Answer “${label}” with yes or no`,
    not_a_phone: (label) => `Enter a phone number for “${label}”, such as +49 30 123456`,
    unknown: (label) => `“${label}” is no longer asked. Reload the page`,
  },
};
