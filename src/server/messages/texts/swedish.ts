import type { MailTexts } from '../mail-texts.ts';

/** The mails in Swedish. */
export const swedishMails: MailTexts = {
  someone: { client: 'en klient', coach: 'din coach' },
  eventTitle: (who) => `Session med ${who}`,
  calendarName: 'Coachningssessioner',
  hello: (name) => (name ? `Hej ${name},` : 'Hej,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Förfrågan: ${when} med ${who}`,
        heading: () => 'Din förfrågan har kommit fram',
        intro: ({ who }) => `Du har bett om en session med ${who}. Du får ett nytt mejl när den är bekräftad.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bekräftad: ${when} med ${who}`,
        heading: () => 'Din session är bekräftad',
        intro: ({ who }) => `Din session med ${who} äger rum som planerat här.`,
      },
      moved: {
        subject: ({ when, who }) => `Ombokad till ${when}: session med ${who}`,
        heading: () => 'Din session har fått en ny tid',
        intro: ({ who, by }) =>
          by === 'reader' ? `Du har bokat om din session med ${who}.` : `Din session med ${who} har bokats om.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Avbokad: ${when} med ${who}`,
        heading: () => 'Din session är avbokad',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Du har avbokat din session med ${who}.`
            : by === 'other'
              ? `Sessionen har avbokats av ${who}.`
              : `Sessionen med ${who} blir inte av.`,
      },
      reminder: {
        subject: ({ when, who }) => `Påminnelse: ${when} med ${who}`,
        heading: ({ ahead }) => `Din session börjar om ${ahead}`,
        intro: ({ who }) => `Här är det du behöver för din session med ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Efter din session ${when} med ${who}`,
        heading: ({ who }) => `Några ord från ${who}`,
        intro: ({ who, when }) => `Tack för din session med ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Betalt: ${amount} för ${when} med ${who}`,
        heading: () => 'Din betalning har kommit fram',
        intro: ({ who, amount }) => `Du har betalat ${amount} för din session med ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Betalningen misslyckades: ${when} med ${who}`,
        heading: () => 'Din betalning gick inte igenom',
        intro: ({ who, amount }) =>
          `Betalningen på ${amount} för din session med ${who} misslyckades. Inget har debiterats. Du kan försöka igen så länge tiden är reserverad åt dig.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Återbetalt: ${amount} för ${when} med ${who}`,
        heading: ({ amount }) => `${amount} är på väg tillbaka till dig`,
        intro: ({ who, amount }) =>
          `${amount} för din session med ${who} har återbetalats. Det kan dröja några dagar innan det syns hos din bank.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Ny förfrågan: ${when} med ${who}`,
        heading: () => 'Någon ber om en session',
        intro: ({ who }) => `Du har fått en förfrågan om en session från ${who} som väntar på ditt svar.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bekräftad: ${when} med ${who}`,
        heading: () => 'En session är bekräftad',
        intro: ({ who }) => `Din session med ${who} är bokad.`,
      },
      moved: {
        subject: ({ when, who }) => `Ombokad till ${when}: session med ${who}`,
        heading: () => 'En session har fått en ny tid',
        intro: ({ who, by }) =>
          by === 'reader' ? `Du har bokat om din session med ${who}.` : `Sessionen har bokats om av ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Avbokad: ${when} med ${who}`,
        heading: () => 'En session är avbokad',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Du har avbokat den här sessionen med ${who}.`
            : by === 'other'
              ? `Sessionen har avbokats av ${who}.`
              : `Sessionen med ${who} blir inte av.`,
      },
      reminder: {
        subject: ({ when, who }) => `Påminnelse: ${when} med ${who}`,
        heading: ({ ahead }) => `Din session börjar om ${ahead}`,
        intro: ({ who }) => `Du har en session med ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Betalt: ${amount} för ${when} med ${who}`,
        heading: () => 'En session har betalats',
        intro: ({ who, amount }) => `Betalning från ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Återbetalt: ${amount} för ${when} med ${who}`,
        heading: () => 'En betalning har återbetalats',
        intro: ({ who, amount }) => `Återbetalning till ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Bekräfta din e-postadress',
      heading: () => 'Är det här din adress?',
      intro: () => 'Ett konto har skapats med den här adressen. Bekräfta att den är din.',
      action: 'Bekräfta adressen',
    },
    reset_password: {
      subject: () => 'Ett nytt lösenord till ditt konto',
      heading: () => 'Välj ett nytt lösenord',
      intro: ({ minutes }) => `Någon har bett om ett nytt lösenord. Länken gäller en gång, i ${minutes} minuter.`,
      action: 'Välj ett nytt lösenord',
    },
    account_exists: {
      subject: () => 'Du har redan ett konto',
      heading: () => 'Du har redan ett konto',
      intro: () =>
        'Någon försökte skapa ett konto med den här adressen, och det finns redan ett. Logga in som vanligt; om du har glömt lösenordet kan du välja ett nytt.',
      action: 'Välj ett nytt lösenord',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} behöver anslutas igen`,
      heading: ({ calendar }) => `${calendar} är inte längre ansluten`,
      intro: ({ calendar }) =>
        `${calendar} låter oss inte längre läsa och skriva i din kalender. Tills du ansluter den igen läggs inga sessioner in där, och tider då du är upptagen kan erbjudas.`,
      action: 'Anslut igen',
    },
    new_link: {
      subject: () => 'Den nya länken till din bokning',
      heading: () => 'Här är din nya länk',
      intro: () =>
        'Du har bett om en ny länk för att se, boka om eller avboka din bokning. Tidigare länkar gäller inte längre.',
      action: 'Öppna bokningen',
    },
  },
  labels: {
    when: 'När',
    before: 'Tidigare',
    session: 'Session',
    with: 'Med',
    meeting: 'Möte',
    place: 'Plats',
    price: 'Pris',
    refund: 'Återbetalning',
    reason: 'Orsak',
    notes: 'Meddelande',
    others: 'Deltar också',
  },
  noRefund: 'Ingen: avbokningen kom senare än coachens regler tillåter',
  minutes: (count) => (count === 1 ? '1 minut' : `${count} minuter`),
  manage: 'Boka om eller avboka',
  answer: 'Svara på förfrågan',
  open: 'Öppna dina sessioner',
  join: 'Anslut till mötet',
  why: {
    client: 'Du får det här mejlet eftersom sessionen bokades med den här adressen.',
    coach: 'Du får det här mejlet eftersom klienter kan boka sessioner med dig.',
    account: 'Du får det här mejlet eftersom den här adressen angavs på vår webbplats.',
  },
  notYou: 'Om det inte var du behöver du inte göra något.',
  unsubscribe: 'Inga fler påminnelser',
  pages: {
    unsubscribe: {
      title: 'Påminnelser',
      question: 'Vill du inte få fler påminnelser om dina sessioner?',
      button: 'Inga fler påminnelser',
      done: 'Klart: du får inga fler påminnelser.',
    },
    confirm: {
      title: 'Din e-postadress',
      question: 'Är det här din adress? Bekräfta den i så fall.',
      button: 'Bekräfta adressen',
      done: 'Klart: adressen är bekräftad. Du kan logga in med den.',
    },
    password: {
      title: 'Ett nytt lösenord',
      question: 'Välj ett nytt lösenord.',
      label: 'Nytt lösenord (minst 8 tecken)',
      button: 'Spara lösenordet',
      done: 'Klart: logga in med det nya lösenordet.',
    },
    gone: {
      title: 'Länken gäller inte längre',
      gone: 'Den har redan använts eller är för gammal. Be om en ny där du loggar in.',
    },
  },
};
