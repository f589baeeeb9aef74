import type { MailTexts } from '../mail-texts.ts';

/** The mails in Italian. */
export const italianMails: MailTexts = {
  someone: { client: 'un cliente', coach: 'un coach' },
  eventTitle: (who) => `Sessione con ${who}`,
  calendarName: 'Sessioni di coaching',
  hello: (name) => (name ? `Ciao ${name},` : 'Ciao,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Richiesta: ${when} con ${who}`,
        heading: () => 'La tua richiesta è arrivata',
        intro: ({ who }) => `Hai richiesto una sessione con ${who}. Riceverai un’altra e-mail quando verrà confermata.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confermata: ${when} con ${who}`,
        heading: () => 'La tua sessione è confermata',
        intro: ({ who }) => `La tua sessione con ${who} si svolgerà come indicato qui.`,
      },
      moved: {
        subject: ({ when, who }) => `Spostata a ${when}: sessione con ${who}`,
        heading: () => 'La tua sessione ha un nuovo orario',
        intro: ({ who, by }) =>
          by === 'reader' ? `Hai spostato la tua sessione con ${who}.` : `La tua sessione con ${who} è stata spostata.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Annullata: ${when} con ${who}`,
        heading: () => 'La tua sessione è annullata',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Hai annullato la tua sessione con ${who}.`
            : by === 'other'
              ? `Questa sessione è stata annullata da ${who}.`
              : `Questa sessione con ${who} non si svolgerà.`,
      },
      reminder: {
        subject: ({ when, who }) => `Promemoria: ${when} con ${who}`,
        heading: ({ ahead }) => `La tua sessione inizia tra ${ahead}`,
        intro: ({ who }) => `Ecco cosa ti serve per la sessione con ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Dopo la tua sessione con ${who}: ${when}`,
        heading: ({ who }) => `Due righe da parte di ${who}`,
        intro: ({ who, when }) => `Grazie per la tua sessione con ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pagato: ${amount} per ${when} con ${who}`,
        heading: () => 'Il tuo pagamento è arrivato',
        intro: ({ who, amount }) => `Hai pagato ${amount} per la tua sessione con ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Pagamento non riuscito: ${when} con ${who}`,
        heading: () => 'Il tuo pagamento non è andato a buon fine',
        intro: ({ who, amount }) =>
          `Il pagamento di ${amount} per la tua sessione con ${who} non è riuscito. Non è stato addebitato nulla. Puoi riprovare finché l’orario è riservato per te.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Rimborsato: ${amount} per ${when} con ${who}`,
        heading: ({ amount }) => `Il tuo rimborso di ${amount} è in arrivo`,
        intro: ({ who, amount }) =>
          `Per la tua sessione con ${who} sono stati rimborsati ${amount}. La tua banca potrebbe metterci qualche giorno.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nuova richiesta: ${when} con ${who}`,
        heading: () => 'Qualcuno ha richiesto una sessione',
        intro: ({ who }) => `C’è una richiesta di ${who} che aspetta la tua risposta.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confermata: ${when} con ${who}`,
        heading: () => 'Una sessione è confermata',
        intro: ({ who }) => `La tua sessione con ${who} è prenotata.`,
      },
      moved: {
        subject: ({ when, who }) => `Spostata a ${when}: sessione con ${who}`,
        heading: () => 'Una sessione ha un nuovo orario',
        intro: ({ who, by }) =>
          by === 'reader' ? `Hai spostato la tua sessione con ${who}.` : `Questa sessione è stata spostata da ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Annullata: ${when} con ${who}`,
        heading: () => 'Una sessione è annullata',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Hai annullato questa sessione con ${who}.`
            : by === 'other'
              ? `Questa sessione è stata annullata da ${who}.`
              : `Questa sessione con ${who} non si svolgerà.`,
      },
      reminder: {
        subject: ({ when, who }) => `Promemoria: ${when} con ${who}`,
        heading: ({ ahead }) => `La tua sessione inizia tra ${ahead}`,
        intro: ({ who }) => `Hai una sessione con ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pagato: ${amount} per ${when} con ${who}`,
        heading: () => 'Una sessione è stata pagata',
        intro: ({ who, amount }) => `Ricevuti da ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Rimborsato: ${amount} per ${when} con ${who}`,
        heading: () => 'Un pagamento è stato rimborsato',
        intro: ({ who, amount }) => `Rimborso a ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Conferma il tuo indirizzo e-mail',
      heading: () => 'È il tuo indirizzo?',
      intro: () => 'È stato creato un account con questo indirizzo. Conferma che è tuo.',
      action: 'Conferma l’indirizzo',
    },
    reset_password: {
      subject: () => 'Una nuova password per il tuo account',
      heading: () => 'Scegli una nuova password',
      intro: ({ minutes }) =>
        `Qualcuno ha chiesto una nuova password. Il link funziona una volta sola, per ${minutes} minuti.`,
      action: 'Scegli una nuova password',
    },
    account_exists: {
      subject: () => 'Hai già un account',
      heading: () => 'Hai già un account',
      intro: () =>
        'Qualcuno ha provato a creare un account con questo indirizzo, ma ne esiste già uno. Accedi come sempre; se non ricordi più la password, scegline una nuova.',
      action: 'Scegli una nuova password',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `Da ricollegare: ${calendar}`,
      heading: ({ calendar }) => `${calendar} non è più collegato`,
      intro: ({ calendar }) =>
        `${calendar} non ci permette più di leggere e scrivere nel tuo calendario. Finché non lo ricolleghi, le sessioni non vi vengono inserite e potrebbero essere offerti orari in cui hai un impegno.`,
      action: 'Ricollega',
    },
    new_link: {
      subject: () => 'Il nuovo link alla tua prenotazione',
      heading: () => 'Ecco il tuo nuovo link',
      intro: () =>
        'Hai chiesto un nuovo link per vedere, spostare o annullare la tua prenotazione. I link precedenti non funzionano più.',
      action: 'Apri la prenotazione',
    },
  },
  labels: {
    when: 'Quando',
    before: 'Prima',
    session: 'Sessione',
    with: 'Con',
    meeting: 'Riunione',
    place: 'Luogo',
    price: 'Prezzo',
    refund: 'Rimborso',
    reason: 'Motivo',
    notes: 'Messaggio',
    others: 'Partecipano anche',
  },
  noRefund: 'Nessuno: l’annullamento è arrivato più tardi di quanto le regole del coach permettano',
  minutes: (count) => `${count} minuti`,
  manage: 'Sposta o annulla',
  answer: 'Rispondi alla richiesta',
  open: 'Apri le tue sessioni',
  join: 'Partecipa alla riunione',
  why: {
    client: 'Ricevi questa e-mail perché la sessione è stata prenotata con questo indirizzo.',
    coach: 'Ricevi questa e-mail perché i clienti possono prenotare sessioni con te.',
    account: 'Ricevi questa e-mail perché questo indirizzo è stato inserito nel nostro sito.',
  },
  notYou: 'Se non è una tua richiesta, non devi fare nulla.',
  unsubscribe: 'Non ricevere più promemoria',
  pages: {
    unsubscribe: {
      title: 'Promemoria',
      question: 'Non vuoi più ricevere promemoria delle tue sessioni?',
      button: 'Non ricevere più promemoria',
      done: 'Fatto: non riceverai più promemoria.',
    },
    confirm: {
      title: 'Il tuo indirizzo e-mail',
      question: 'È tuo questo indirizzo? Allora confermalo.',
      button: 'Conferma l’indirizzo',
      done: 'Fatto: l’indirizzo è confermato. Puoi usarlo per accedere.',
    },
    password: {
      title: 'Una nuova password',
      question: 'Scegli una nuova password.',
      label: 'Nuova password (almeno 8 caratteri)',
      button: 'Salva la password',
      done: 'Fatto: accedi con la nuova password.',
    },
    gone: {
      title: 'Questo link non funziona più',
      gone: 'È già stato usato o è troppo vecchio. Chiedine uno nuovo dalla pagina di accesso.',
    },
  },
};
