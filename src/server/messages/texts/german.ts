import type { MailTexts } from '../mail-texts.ts';

/** The mails in German. */
export const germanMails: MailTexts = {
  someone: { client: 'einem Klienten', coach: 'Ihrem Coach' },
  eventTitle: (who) => `Termin mit ${who}`,
  calendarName: 'Coaching-Termine',
  hello: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Angefragt: ${when} mit ${who}`,
        heading: () => 'Ihre Anfrage ist angekommen',
        intro: ({ who }) =>
          `Sie haben um einen Termin mit ${who} gebeten. Sobald er bestätigt ist, erhalten Sie eine weitere E-Mail.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bestätigt: ${when} mit ${who}`,
        heading: () => 'Ihr Termin ist bestätigt',
        intro: ({ who }) => `Ihr Termin mit ${who} findet wie unten angegeben statt.`,
      },
      moved: {
        subject: ({ when, who }) => `Verschoben auf ${when}: Termin mit ${who}`,
        heading: () => 'Ihr Termin hat eine neue Zeit',
        intro: ({ who, by }) =>
          by === 'reader' ? `Sie haben Ihren Termin mit ${who} verschoben.` : `Ihr Termin mit ${who} wurde verschoben.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Abgesagt: ${when} mit ${who}`,
        heading: () => 'Ihr Termin ist abgesagt',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sie haben Ihren Termin mit ${who} abgesagt.`
            : by === 'other'
              ? `Dieser Termin wurde von ${who} abgesagt.`
              : `Dieser Termin mit ${who} findet nicht statt.`,
      },
      reminder: {
        subject: ({ when, who }) => `Erinnerung: ${when} mit ${who}`,
        heading: ({ ahead }) => `Ihr Termin beginnt in ${ahead}`,
        intro: ({ who }) => `Das brauchen Sie für Ihren Termin mit ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Nach Ihrem Termin am ${when} mit ${who}`,
        heading: ({ who }) => `Ein Wort von ${who}`,
        intro: ({ who, when }) => `Danke für Ihren Termin mit ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Bezahlt: ${amount} für ${when} mit ${who}`,
        heading: () => 'Ihre Zahlung ist angekommen',
        intro: ({ who, amount }) => `Sie haben ${amount} für Ihren Termin mit ${who} bezahlt.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Zahlung fehlgeschlagen: ${when} mit ${who}`,
        heading: () => 'Ihre Zahlung hat nicht geklappt',
        intro: ({ who, amount }) =>
          `Die Zahlung von ${amount} für Ihren Termin mit ${who} ist fehlgeschlagen. Es wurde nichts abgebucht. Solange die Zeit für Sie freigehalten wird, können Sie es noch einmal versuchen.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Erstattet: ${amount} für ${when} mit ${who}`,
        heading: ({ amount }) => `${amount} sind auf dem Weg zu Ihnen`,
        intro: ({ who, amount }) =>
          `${amount} für Ihren Termin mit ${who} wurden erstattet. Ihre Bank braucht vielleicht einige Tage.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Neue Anfrage: ${when} mit ${who}`,
        heading: () => 'Jemand bittet um einen Termin',
        intro: ({ who }) => `Sie haben eine Anfrage von ${who}, die auf Ihre Antwort wartet.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Bestätigt: ${when} mit ${who}`,
        heading: () => 'Ein Termin ist bestätigt',
        intro: ({ who }) => `Ihr Termin mit ${who} ist gebucht.`,
      },
      moved: {
        subject: ({ when, who }) => `Verschoben auf ${when}: Termin mit ${who}`,
        heading: () => 'Ein Termin hat eine neue Zeit',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sie haben Ihren Termin mit ${who} verschoben.`
            : `Dieser Termin wurde von ${who} verschoben.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Abgesagt: ${when} mit ${who}`,
        heading: () => 'Ein Termin ist abgesagt',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sie haben diesen Termin mit ${who} abgesagt.`
            : by === 'other'
              ? `Dieser Termin wurde von ${who} abgesagt.`
              : `Dieser Termin mit ${who} findet nicht statt.`,
      },
      reminder: {
        subject: ({ when, who }) => `Erinnerung: ${when} mit ${who}`,
        heading: ({ ahead }) => `Ihr Termin beginnt in ${ahead}`,
        intro: ({ who }) => `Sie haben einen Termin mit ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Bezahlt: ${amount} für ${when} mit ${who}`,
        heading: () => 'Ein Termin wurde bezahlt',
        intro: ({ who, amount }) => `Zahlung von ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Erstattet: ${amount} für ${when} mit ${who}`,
        heading: () => 'Eine Zahlung wurde erstattet',
        intro: ({ who, amount }) => `Für den Termin mit ${who} wurden ${amount} erstattet.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      heading: () => 'Ist das Ihre Adresse?',
      intro: () => 'Mit dieser Adresse wurde ein Konto angelegt. Bestätigen Sie, dass sie Ihnen gehört.',
      action: 'Adresse bestätigen',
    },
    reset_password: {
      subject: () => 'Ein neues Passwort für Ihr Konto',
      heading: () => 'Wählen Sie ein neues Passwort',
      intro: ({ minutes }) =>
        `Jemand hat um ein neues Passwort gebeten. Der Link gilt einmal und ${minutes} Minuten lang.`,
      action: 'Neues Passwort wählen',
    },
    account_exists: {
      subject: () => 'Sie haben bereits ein Konto',
      heading: () => 'Sie haben bereits ein Konto',
      intro: () =>
        'Jemand wollte mit dieser Adresse ein Konto anlegen, und es gibt schon eines. Melden Sie sich wie gewohnt an; wenn Sie das Passwort nicht mehr wissen, wählen Sie ein neues.',
      action: 'Neues Passwort wählen',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} muss neu verbunden werden`,
      heading: ({ calendar }) => `${calendar} ist nicht mehr verbunden`,
      intro: ({ calendar }) =>
        `${calendar} lässt uns Ihren Kalender nicht mehr lesen und schreiben. Bis Sie ihn neu verbinden, werden Termine dort nicht eingetragen, und Zeiten, zu denen Sie belegt sind, werden vielleicht angeboten.`,
      action: 'Neu verbinden',
    },
    new_link: {
      subject: () => 'Der neue Link zu Ihrer Buchung',
      heading: () => 'Hier ist Ihr neuer Link',
      intro: () =>
        'Sie haben um einen neuen Link gebeten, mit dem Sie Ihre Buchung sehen, verschieben oder absagen. Frühere Links gelten nicht mehr.',
      action: 'Buchung öffnen',
    },
  },
  labels: {
    when: 'Wann',
    before: 'Vorher',
    session: 'Termin',
    with: 'Mit',
    meeting: 'Besprechung',
    place: 'Ort',
    price: 'Preis',
    refund: 'Erstattung',
    reason: 'Grund',
    notes: 'Nachricht',
    others: 'Nehmen auch teil',
  },
  noRefund: 'Keine: Die Absage kam später, als es die Regeln des Coachs vorsehen',
  minutes: (count) => `${count} Minuten`,
  manage: 'Verschieben oder absagen',
  answer: 'Anfrage beantworten',
  open: 'Ihre Termine öffnen',
  join: 'An der Besprechung teilnehmen',
  why: {
    client: 'Sie erhalten diese E-Mail, weil der Termin mit dieser Adresse gebucht wurde.',
    coach: 'Sie erhalten diese E-Mail, weil man Termine mit Ihnen buchen kann.',
    account: 'Sie erhalten diese E-Mail, weil diese Adresse auf unserer Seite eingegeben wurde.',
  },
  notYou: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun.',
  unsubscribe: 'Keine Erinnerungen mehr',
  pages: {
    unsubscribe: {
      title: 'Erinnerungen',
      question: 'Möchten Sie keine Erinnerungen an Ihre Termine mehr erhalten?',
      button: 'Keine Erinnerungen mehr',
      done: 'Erledigt: Sie erhalten keine Erinnerungen mehr.',
    },
    confirm: {
      title: 'Ihre E-Mail-Adresse',
      question: 'Gehört diese Adresse Ihnen? Dann bestätigen Sie sie.',
      button: 'Adresse bestätigen',
      done: 'Erledigt: Die Adresse ist bestätigt. Sie können sich damit anmelden.',
    },
    password: {
      title: 'Ein neues Passwort',
      question: 'Wählen Sie ein neues Passwort.',
      label: 'Neues Passwort (mindestens 8 Zeichen)',
      button: 'Passwort speichern',
      done: 'Erledigt: Melden Sie sich mit dem neuen Passwort an.',
    },
    gone: {
      title: 'Dieser Link gilt nicht mehr',
      gone: 'Er wurde schon benutzt oder ist zu alt. Fordern Sie dort, wo Sie sich anmelden, einen neuen an.',
    },
  },
};
