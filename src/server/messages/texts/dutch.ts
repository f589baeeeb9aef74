import type { MailTexts } from '../mail-texts.ts';

/** The mails in Dutch. */
export const dutchMails: MailTexts = {
  someone: { client: 'een klant', coach: 'je coach' },
  eventTitle: (who) => `Sessie met ${who}`,
  calendarName: 'Coachingsessies',
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Aangevraagd: ${when} met ${who}`,
        heading: () => 'Je aanvraag is binnen',
        intro: ({ who }) =>
          `Je hebt een sessie met ${who} aangevraagd. Je krijgt nog een e-mail zodra die is bevestigd.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bevestigd: ${when} met ${who}`,
        heading: () => 'Je sessie is bevestigd',
        intro: ({ who }) => `Je sessie met ${who} gaat door zoals hier staat.`,
      },
      moved: {
        subject: ({ when, who }) => `Verzet naar ${when}: sessie met ${who}`,
        heading: () => 'Je sessie heeft een nieuwe tijd',
        intro: ({ who, by }) =>
          by === 'reader' ? `Je hebt je sessie met ${who} verzet.` : `Je sessie met ${who} is verzet.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Geannuleerd: ${when} met ${who}`,
        heading: () => 'Je sessie is geannuleerd',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Je hebt je sessie met ${who} geannuleerd.`
            : by === 'other'
              ? `Deze sessie is door ${who} geannuleerd.`
              : `Deze sessie met ${who} gaat niet door.`,
      },
      reminder: {
        subject: ({ when, who }) => `Herinnering: ${when} met ${who}`,
        heading: ({ ahead }) => `Je sessie begint over ${ahead}`,
        intro: ({ who }) => `Dit heb je nodig voor je sessie met ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Na je sessie op ${when} met ${who}`,
        heading: ({ who }) => `Een bericht van ${who}`,
        intro: ({ who, when }) => `Bedankt voor je sessie met ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Betaald: ${amount} voor ${when} met ${who}`,
        heading: () => 'Je betaling is binnen',
        intro: ({ who, amount }) => `Je hebt ${amount} betaald voor je sessie met ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Betaling mislukt: ${when} met ${who}`,
        heading: () => 'Je betaling is niet gelukt',
        intro: ({ who, amount }) =>
          `De betaling van ${amount} voor je sessie met ${who} is mislukt. Er is niets afgeschreven. Je kunt het opnieuw proberen zolang de tijd voor je wordt vastgehouden.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Terugbetaald: ${amount} voor ${when} met ${who}`,
        heading: ({ amount }) => `Je krijgt ${amount} terug`,
        intro: ({ who, amount }) =>
          `Voor je sessie met ${who} is ${amount} terugbetaald. Het kan enkele dagen duren voor je bank het laat zien.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nieuwe aanvraag: ${when} met ${who}`,
        heading: () => 'Iemand vraagt een sessie aan',
        intro: ({ who }) => `Er is een aanvraag van ${who} die op je antwoord wacht.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bevestigd: ${when} met ${who}`,
        heading: () => 'Een sessie is bevestigd',
        intro: ({ who }) => `Je sessie met ${who} is geboekt.`,
      },
      moved: {
        subject: ({ when, who }) => `Verzet naar ${when}: sessie met ${who}`,
        heading: () => 'Een sessie heeft een nieuwe tijd',
        intro: ({ who, by }) =>
          by === 'reader' ? `Je hebt je sessie met ${who} verzet.` : `Deze sessie is door ${who} verzet.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Geannuleerd: ${when} met ${who}`,
        heading: () => 'Een sessie is geannuleerd',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Je hebt deze sessie met ${who} geannuleerd.`
            : by === 'other'
              ? `Deze sessie is door ${who} geannuleerd.`
              : `Deze sessie met ${who} gaat niet door.`,
      },
      reminder: {
        subject: ({ when, who }) => `Herinnering: ${when} met ${who}`,
        heading: ({ ahead }) => `Je sessie begint over ${ahead}`,
        intro: ({ who }) => `Je hebt een sessie met ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Betaald: ${amount} voor ${when} met ${who}`,
        heading: () => 'Een sessie is betaald',
        intro: ({ who, amount }) => `Ontvangen van ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Terugbetaald: ${amount} voor ${when} met ${who}`,
        heading: () => 'Een betaling is terugbetaald',
        intro: ({ who, amount }) => `Terugbetaald aan ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Bevestig je e-mailadres',
      heading: () => 'Is dit jouw adres?',
      intro: () => 'Met dit adres is een account aangemaakt. Bevestig dat het van jou is.',
      action: 'Adres bevestigen',
    },
    reset_password: {
      subject: () => 'Een nieuw wachtwoord voor je account',
      heading: () => 'Kies een nieuw wachtwoord',
      intro: ({ minutes }) =>
        `Iemand heeft om een nieuw wachtwoord gevraagd. De link werkt één keer en is ${minutes} minuten geldig.`,
      action: 'Nieuw wachtwoord kiezen',
    },
    account_exists: {
      subject: () => 'Je hebt al een account',
      heading: () => 'Je hebt al een account',
      intro: () =>
        'Iemand wilde met dit adres een account aanmaken, maar dat is er al. Log in zoals altijd; weet je het wachtwoord niet meer, kies dan een nieuw.',
      action: 'Nieuw wachtwoord kiezen',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} moet opnieuw worden gekoppeld`,
      heading: ({ calendar }) => `${calendar} is niet meer gekoppeld`,
      intro: ({ calendar }) =>
        `${calendar} laat ons je agenda niet meer lezen en bijwerken. Tot je die opnieuw koppelt, komen sessies er niet in te staan en kunnen er tijden worden aangeboden waarop je bezet bent.`,
      action: 'Opnieuw koppelen',
    },
    new_link: {
      subject: () => 'De nieuwe link naar je boeking',
      heading: () => 'Hier is je nieuwe link',
      intro: () =>
        'Je hebt om een nieuwe link gevraagd om je boeking te bekijken, te verzetten of te annuleren. Eerdere links werken niet meer.',
      action: 'Boeking openen',
    },
  },
  labels: {
    when: 'Wanneer',
    before: 'Eerder',
    session: 'Sessie',
    with: 'Met',
    meeting: 'Afspraak',
    place: 'Plaats',
    price: 'Prijs',
    refund: 'Terugbetaling',
    reason: 'Reden',
    notes: 'Bericht',
    others: 'Doen ook mee',
  },
  noRefund: 'Geen: er is later geannuleerd dan de regels van de coach toelaten',
  minutes: (count) => `${count} minuten`,
  manage: 'Verzetten of annuleren',
  answer: 'Aanvraag beantwoorden',
  open: 'Je sessies openen',
  join: 'Deelnemen aan de afspraak',
  why: {
    client: 'Je krijgt deze e-mail omdat de sessie met dit adres is geboekt.',
    coach: 'Je krijgt deze e-mail omdat klanten sessies bij je kunnen boeken.',
    account: 'Je krijgt deze e-mail omdat dit adres op onze site is ingevuld.',
  },
  notYou: 'Was jij dit niet, dan hoef je niets te doen.',
  unsubscribe: 'Geen herinneringen meer',
  pages: {
    unsubscribe: {
      title: 'Herinneringen',
      question: 'Wil je geen herinneringen aan je sessies meer krijgen?',
      button: 'Geen herinneringen meer',
      done: 'Klaar: je krijgt geen herinneringen meer.',
    },
    confirm: {
      title: 'Je e-mailadres',
      question: 'Is dit adres van jou? Bevestig het dan.',
      button: 'Adres bevestigen',
      done: 'Klaar: het adres is bevestigd. Je kunt ermee inloggen.',
    },
    password: {
      title: 'Een nieuw wachtwoord',
      question: 'Kies een nieuw wachtwoord.',
      label: 'Nieuw wachtwoord (minstens 8 tekens)',
      button: 'Wachtwoord opslaan',
      done: 'Klaar: log in met het nieuwe wachtwoord.',
    },
    gone: {
      title: 'Deze link werkt niet meer',
      gone: 'Hij is al gebruikt of te oud. Vraag een nieuwe aan waar je inlogt.',
    },
  },
};
