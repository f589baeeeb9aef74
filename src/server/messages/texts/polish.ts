import type { MailTexts } from '../mail-texts.ts';

/** The mails in Polish. Names stand in the nominative. */
export const polishMails: MailTexts = {
  someone: { client: 'klient', coach: 'twój coach' },
  eventTitle: (who) => `Sesja: ${who}`,
  calendarName: 'Sesje coachingowe',
  hello: (name) => (name ? `Dzień dobry, ${name},` : 'Dzień dobry,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Prośba: ${when}, ${who}`,
        heading: () => 'Twoja prośba dotarła',
        intro: ({ who }) =>
          `Prośba o sesję jest wysłana. Sesję prowadzi ${who}. Po potwierdzeniu przyjdzie kolejny e-mail.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Potwierdzona: ${when}, ${who}`,
        heading: () => 'Twoja sesja jest potwierdzona',
        intro: ({ who }) => `Sesja odbędzie się tak, jak tu podano. Prowadzi ją ${who}.`,
      },
      moved: {
        subject: ({ when, who }) => `Sesja przełożona: ${when}, ${who}`,
        heading: () => 'Twoja sesja ma nowy termin',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sesja została przełożona na twoją prośbę. Prowadzi ją ${who}.`
            : `Twoja sesja została przełożona. Prowadzi ją ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Odwołana: ${when}, ${who}`,
        heading: () => 'Twoja sesja jest odwołana',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sesja została odwołana na twoją prośbę. Coach: ${who}.`
            : by === 'other'
              ? `Ta sesja została odwołana przez: ${who}.`
              : `Ta sesja się nie odbędzie. Coach: ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `Przypomnienie: ${when}, ${who}`,
        heading: ({ ahead }) => `Do początku sesji: ${ahead}`,
        intro: ({ who }) => `Oto, czego potrzebujesz na sesję. Prowadzi ją ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Po sesji: ${when}, ${who}`,
        heading: ({ who }) => `Kilka słów od coacha: ${who}`,
        intro: ({ who, when }) => `Dziękujemy za sesję (${when}). Coach: ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Zapłacono: ${amount}, ${when}, ${who}`,
        heading: () => 'Twoja płatność dotarła',
        intro: ({ who, amount }) => `Zapłacono ${amount} za sesję. Prowadzi ją ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Płatność się nie powiodła: ${when}, ${who}`,
        heading: () => 'Twoja płatność się nie powiodła',
        intro: ({ who, amount }) =>
          `Płatność ${amount} za sesję, którą prowadzi ${who}, się nie powiodła. Niczego nie pobrano. Możesz spróbować ponownie, dopóki termin jest dla ciebie zablokowany.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Zwrócono: ${amount}, ${when}, ${who}`,
        heading: ({ amount }) => `Zwrot ${amount} jest w drodze`,
        intro: ({ who, amount }) =>
          `Zwrócono ${amount} za sesję, którą prowadzi ${who}. Bank może potrzebować kilku dni.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nowa prośba: ${when}, ${who}`,
        heading: () => 'Ktoś prosi o sesję',
        intro: ({ who }) => `O sesję prosi ${who} i czeka na twoją odpowiedź.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Potwierdzona: ${when}, ${who}`,
        heading: () => 'Sesja jest potwierdzona',
        intro: ({ who }) => `Sesja jest zarezerwowana. Uczestniczy ${who}.`,
      },
      moved: {
        subject: ({ when, who }) => `Sesja przełożona: ${when}, ${who}`,
        heading: () => 'Sesja ma nowy termin',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sesja została przełożona na twoją prośbę. Uczestniczy ${who}.`
            : `Ta sesja została przełożona przez: ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Odwołana: ${when}, ${who}`,
        heading: () => 'Sesja jest odwołana',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sesja została odwołana na twoją prośbę. Klient: ${who}.`
            : by === 'other'
              ? `Ta sesja została odwołana przez: ${who}.`
              : `Ta sesja się nie odbędzie. Klient: ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `Przypomnienie: ${when}, ${who}`,
        heading: ({ ahead }) => `Do początku sesji: ${ahead}`,
        intro: ({ who }) => `Masz sesję. Uczestniczy ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Zapłacono: ${amount}, ${when}, ${who}`,
        heading: () => 'Zapłacono za sesję',
        intro: ({ who, amount }) => `Wpłata ${amount}, płaci ${who}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Zwrócono: ${amount}, ${when}, ${who}`,
        heading: () => 'Płatność zwrócono',
        intro: ({ who, amount }) => `Zwrot ${amount}, otrzymuje ${who}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Potwierdź adres e-mail',
      heading: () => 'Czy to twój adres?',
      intro: () => 'Na ten adres utworzono konto. Potwierdź, że adres należy do ciebie.',
      action: 'Potwierdź adres',
    },
    reset_password: {
      subject: () => 'Nowe hasło do twojego konta',
      heading: () => 'Wybierz nowe hasło',
      intro: ({ minutes }) => `Ktoś poprosił o nowe hasło. Link działa raz i jest ważny przez ${minutes} min.`,
      action: 'Wybierz nowe hasło',
    },
    account_exists: {
      subject: () => 'Masz już konto',
      heading: () => 'Masz już konto',
      intro: () =>
        'Ktoś próbował utworzyć konto na ten adres, a konto już istnieje. Zaloguj się jak zwykle; jeśli nie pamiętasz hasła, wybierz nowe.',
      action: 'Wybierz nowe hasło',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `Trzeba połączyć ponownie: ${calendar}`,
      heading: ({ calendar }) => `Kalendarz nie jest już połączony: ${calendar}`,
      intro: ({ calendar }) =>
        `Nie możemy już czytać ani zapisywać twojego kalendarza (${calendar}). Dopóki nie połączysz go ponownie, sesje nie będą do niego wpisywane, a oferowane mogą być godziny, w których masz coś innego.`,
      action: 'Połącz ponownie',
    },
    new_link: {
      subject: () => 'Nowy link do twojej rezerwacji',
      heading: () => 'Oto nowy link',
      intro: () =>
        'Wysyłamy nowy link do obejrzenia, przełożenia lub odwołania rezerwacji. Wcześniejsze linki już nie działają.',
      action: 'Otwórz rezerwację',
    },
  },
  labels: {
    when: 'Kiedy',
    before: 'Wcześniej',
    session: 'Sesja',
    with: 'Z kim',
    meeting: 'Spotkanie',
    place: 'Miejsce',
    price: 'Cena',
    refund: 'Zwrot',
    reason: 'Powód',
    notes: 'Wiadomość',
    others: 'Uczestniczą też',
  },
  noRefund: 'Brak: odwołano później, niż pozwalają zasady coacha',
  minutes: (count) => `${count} min`,
  manage: 'Przełóż lub odwołaj',
  answer: 'Odpowiedz na prośbę',
  open: 'Otwórz swoje sesje',
  join: 'Dołącz do spotkania',
  why: {
    client: 'Otrzymujesz ten e-mail, ponieważ sesję zarezerwowano na ten adres.',
    coach: 'Otrzymujesz ten e-mail, ponieważ klienci mogą rezerwować u ciebie sesje.',
    account: 'Otrzymujesz ten e-mail, ponieważ ten adres wpisano na naszej stronie.',
  },
  notYou: 'Jeśli to nie twoja prośba, nie musisz nic robić.',
  unsubscribe: 'Nie chcę więcej przypomnień',
  pages: {
    unsubscribe: {
      title: 'Przypomnienia',
      question: 'Nie chcesz więcej przypomnień o swoich sesjach?',
      button: 'Nie chcę więcej przypomnień',
      done: 'Gotowe: przypomnienia nie będą już przychodzić.',
    },
    confirm: {
      title: 'Twój adres e-mail',
      question: 'Czy ten adres należy do ciebie? Potwierdź go.',
      button: 'Potwierdź adres',
      done: 'Gotowe: adres jest potwierdzony. Możesz się nim logować.',
    },
    password: {
      title: 'Nowe hasło',
      question: 'Wybierz nowe hasło.',
      label: 'Nowe hasło (co najmniej 8 znaków)',
      button: 'Zapisz hasło',
      done: 'Gotowe: zaloguj się nowym hasłem.',
    },
    gone: {
      title: 'Ten link już nie działa',
      gone: 'Został już użyty albo jest za stary. Poproś o nowy tam, gdzie się logujesz.',
    },
  },
};
