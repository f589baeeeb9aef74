import type { MailTexts } from '../mail-texts.ts';

/** The mails in English, which is also used where a language has no texts. */
export const englishMails: MailTexts = {
  someone: { client: 'a client', coach: 'your coach' },
  eventTitle: (who) => `Session with ${who}`,
  calendarName: 'Coaching sessions',
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Requested: ${when} with ${who}`,
        heading: () => 'Your request has arrived',
        intro: ({ who }) => `You asked for a session with ${who}. You get another mail when it is confirmed.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmed: ${when} with ${who}`,
        heading: () => 'Your session is confirmed',
        intro: ({ who }) => `Your session with ${who} will take place as planned here.`,
      },
      moved: {
        subject: ({ when, who }) => `Moved to ${when}: session with ${who}`,
        heading: () => 'Your session has a new time',
        intro: ({ who, by }) =>
          by === 'reader' ? `You moved your session with ${who}.` : `Your session with ${who} was moved.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelled: ${when} with ${who}`,
        heading: () => 'Your session is cancelled',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `You cancelled your session with ${who}.`
            : by === 'other'
              ? `${who} cancelled this session.`
              : `This session with ${who} will not take place.`,
      },
      reminder: {
        subject: ({ when, who }) => `Reminder: ${when} with ${who}`,
        heading: ({ ahead }) => `Your session begins in ${ahead}`,
        intro: ({ who }) => `Here is what you need for your session with ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `After your session on ${when} with ${who}`,
        heading: ({ who }) => `A word from ${who}`,
        intro: ({ who, when }) => `Thank you for your session with ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Paid: ${amount} for ${when} with ${who}`,
        heading: () => 'Your payment has arrived',
        intro: ({ who, amount }) => `You paid ${amount} for your session with ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Payment failed: ${when} with ${who}`,
        heading: () => 'Your payment did not go through',
        intro: ({ who, amount }) =>
          `The payment of ${amount} for your session with ${who} failed. Nothing was charged. You can try again while the time is still held for you.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Refunded: ${amount} for ${when} with ${who}`,
        heading: ({ amount }) => `${amount} is on its way back to you`,
        intro: ({ who, amount }) =>
          `${amount} of your session with ${who} was refunded. Your bank may need a few days to show it.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `New request: ${when} with ${who}`,
        heading: () => 'Somebody asks for a session',
        intro: ({ who }) => `${who} asks for a session with you and waits for your answer.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmed: ${when} with ${who}`,
        heading: () => 'A session is confirmed',
        intro: ({ who }) => `Your session with ${who} is booked.`,
      },
      moved: {
        subject: ({ when, who }) => `Moved to ${when}: session with ${who}`,
        heading: () => 'A session has a new time',
        intro: ({ who, by }) =>
          by === 'reader' ? `You moved your session with ${who}.` : `${who} moved this session.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelled: ${when} with ${who}`,
        heading: () => 'A session is cancelled',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `You cancelled this session with ${who}.`
            : by === 'other'
              ? `${who} cancelled this session.`
              : `This session with ${who} will not take place.`,
      },
      reminder: {
        subject: ({ when, who }) => `Reminder: ${when} with ${who}`,
        heading: ({ ahead }) => `Your session begins in ${ahead}`,
        intro: ({ who }) => `You have a session with ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Paid: ${amount} for ${when} with ${who}`,
        heading: () => 'A session was paid',
        intro: ({ who, amount }) => `${who} paid ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Refunded: ${amount} for ${when} with ${who}`,
        heading: () => 'A payment was refunded',
        intro: ({ who, amount }) => `${amount} went back to ${who}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Please confirm your e-mail address',
      heading: () => 'Is this your address?',
      intro: () => 'An account was made with this address. Confirm that it is yours.',
      action: 'Confirm the address',
    },
    reset_password: {
      subject: () => 'A new password for your account',
      heading: () => 'Choose a new password',
      intro: ({ minutes }) => `Somebody asked for a new password. The link works once, for ${minutes} minutes.`,
      action: 'Choose a new password',
    },
    account_exists: {
      subject: () => 'You already have an account',
      heading: () => 'You already have an account',
      intro: () =>
        'Somebody tried to create an account with this address, and there is one already. Sign in as usual; if you do not know the password any more, choose a new one.',
      action: 'Choose a new password',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} must be connected again`,
      heading: ({ calendar }) => `${calendar} is no longer connected`,
      intro: ({ calendar }) =>
        `${calendar} no longer lets us read and write your calendar. Until you connect it again, sessions are not entered there, and times when you are busy may be offered.`,
      action: 'Connect it again',
    },
    new_link: {
      subject: () => 'The new link to your booking',
      heading: () => 'Here is your new link',
      intro: () => 'You asked for a new link to see, move or cancel your booking. Earlier links no longer work.',
      action: 'Open the booking',
    },
  },
  labels: {
    when: 'When',
    before: 'Before',
    session: 'Session',
    with: 'With',
    meeting: 'Meeting',
    place: 'Place',
    price: 'Price',
    refund: 'Refund',
    reason: 'Reason',
    notes: 'Message',
    others: 'Also taking part',
  },
  noRefund: 'None: it was cancelled later than the coach’s rules allow for',
  minutes: (count) => `${count} minutes`,
  manage: 'Move or cancel',
  answer: 'Answer the request',
  open: 'Open your sessions',
  join: 'Join the meeting',
  why: {
    client: 'You get this mail because this address was used to book the session.',
    coach: 'You get this mail because clients can book sessions with you.',
    account: 'You get this mail because this address was entered on our site.',
  },
  notYou: 'If this was not you, you need not do anything.',
  unsubscribe: 'No more reminders',
  pages: {
    unsubscribe: {
      title: 'Reminders',
      question: 'Do you want no more reminders of your sessions?',
      button: 'No more reminders',
      done: 'Done: you get no more reminders.',
    },
    confirm: {
      title: 'Your e-mail address',
      question: 'Is this address yours? Then confirm it.',
      button: 'Confirm the address',
      done: 'Done: the address is confirmed. You can sign in with it.',
    },
    password: {
      title: 'A new password',
      question: 'Choose a new password.',
      label: 'New password (at least 8 characters)',
      button: 'Save the password',
      done: 'Done: sign in with the new password.',
    },
    gone: {
      title: 'This link no longer works',
      gone: 'It was used before, or is too old. Ask for a new one where you sign in.',
    },
  },
};
