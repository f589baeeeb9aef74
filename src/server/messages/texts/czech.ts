import type { MailTexts } from '../mail-texts.ts';

/** The mails in Czech. Names stand in the nominative. */
export const czechMails: MailTexts = {
  someone: { client: 'klient', coach: 'váš kouč' },
  eventTitle: (who) => `Sezení: ${who}`,
  calendarName: 'Koučovací sezení',
  hello: (name) => (name ? `Dobrý den, ${name},` : 'Dobrý den,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Žádost: ${when}, ${who}`,
        heading: () => 'Vaše žádost dorazila',
        intro: ({ who }) => `Žádost o sezení je odeslaná. Povede ho ${who}. Až bude potvrzeno, dostanete další e-mail.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Potvrzeno: ${when}, ${who}`,
        heading: () => 'Vaše sezení je potvrzeno',
        intro: ({ who }) => `Sezení proběhne, jak je tu uvedeno. Povede ho ${who}.`,
      },
      moved: {
        subject: ({ when, who }) => `Přesunuto na ${when}: ${who}`,
        heading: () => 'Vaše sezení má nový termín',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sezení je na vaši žádost přesunuto. Povede ho ${who}.`
            : `Vaše sezení bylo přesunuto. Povede ho ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Zrušeno: ${when}, ${who}`,
        heading: () => 'Vaše sezení je zrušeno',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sezení je na vaši žádost zrušeno. Kouč: ${who}.`
            : by === 'other'
              ? `Toto sezení ruší ${who}.`
              : `Toto sezení neproběhne. Kouč: ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `Připomenutí: ${when}, ${who}`,
        heading: ({ ahead }) => `Do začátku sezení zbývá: ${ahead}`,
        intro: ({ who }) => `Tady je, co k sezení potřebujete. Povede ho ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Po vašem sezení: ${when}, ${who}`,
        heading: ({ who }) => `Pár slov od kouče: ${who}`,
        intro: ({ who, when }) => `Děkujeme za sezení (${when}). Kouč: ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Zaplaceno: ${amount}, ${when}, ${who}`,
        heading: () => 'Vaše platba dorazila',
        intro: ({ who, amount }) => `Za sezení je zaplaceno ${amount}. Povede ho ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Platba se nezdařila: ${when}, ${who}`,
        heading: () => 'Vaše platba se nezdařila',
        intro: ({ who, amount }) =>
          `Platba ${amount} za sezení, které povede ${who}, se nezdařila. Nic nebylo strženo. Můžete to zkusit znovu, dokud pro vás termín držíme.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Vráceno: ${amount}, ${when}, ${who}`,
        heading: ({ amount }) => `Vrácení ${amount} je na cestě`,
        intro: ({ who, amount }) =>
          `Za vaše sezení bylo vráceno ${amount}. Kouč: ${who}. Než to banka ukáže, může to trvat několik dní.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nová žádost: ${when}, ${who}`,
        heading: () => 'Někdo žádá o sezení',
        intro: ({ who }) => `O sezení žádá ${who} a čeká na vaši odpověď.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Potvrzeno: ${when}, ${who}`,
        heading: () => 'Sezení je potvrzeno',
        intro: ({ who }) => `Sezení je rezervováno. Účastní se ${who}.`,
      },
      moved: {
        subject: ({ when, who }) => `Přesunuto na ${when}: ${who}`,
        heading: () => 'Sezení má nový termín',
        intro: ({ who, by }) =>
          by === 'reader' ? `Sezení je na vaši žádost přesunuto. Účastní se ${who}.` : `Toto sezení přesouvá ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Zrušeno: ${when}, ${who}`,
        heading: () => 'Sezení je zrušeno',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Sezení je na vaši žádost zrušeno. Klient: ${who}.`
            : by === 'other'
              ? `Toto sezení ruší ${who}.`
              : `Toto sezení neproběhne. Klient: ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `Připomenutí: ${when}, ${who}`,
        heading: ({ ahead }) => `Do začátku sezení zbývá: ${ahead}`,
        intro: ({ who }) => `Čeká vás sezení. Účastní se ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Zaplaceno: ${amount}, ${when}, ${who}`,
        heading: () => 'Sezení bylo zaplaceno',
        intro: ({ who, amount }) => `Platba ${amount}, platí ${who}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Vráceno: ${amount}, ${when}, ${who}`,
        heading: () => 'Platba byla vrácena',
        intro: ({ who, amount }) => `Vráceno ${amount}, peníze dostává ${who}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Potvrďte svou e-mailovou adresu',
      heading: () => 'Je to vaše adresa?',
      intro: () => 'S touto adresou byl vytvořen účet. Potvrďte, že je vaše.',
      action: 'Potvrdit adresu',
    },
    reset_password: {
      subject: () => 'Nové heslo k vašemu účtu',
      heading: () => 'Zvolte nové heslo',
      intro: ({ minutes }) => `Někdo požádal o nové heslo. Odkaz funguje jednou a platí ${minutes} minut.`,
      action: 'Zvolit nové heslo',
    },
    account_exists: {
      subject: () => 'Účet už máte',
      heading: () => 'Účet už máte',
      intro: () =>
        'Někdo chtěl s touto adresou vytvořit účet, ale ten už existuje. Přihlaste se jako obvykle; pokud heslo neznáte, zvolte nové.',
      action: 'Zvolit nové heslo',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `Je třeba propojit znovu: ${calendar}`,
      heading: ({ calendar }) => `Kalendář už není propojený: ${calendar}`,
      intro: ({ calendar }) =>
        `Do vašeho kalendáře (${calendar}) už nemůžeme nahlížet ani zapisovat. Dokud ho znovu nepropojíte, sezení se do něj nezapisují a mohou se nabízet časy, kdy máte jiný program.`,
      action: 'Propojit znovu',
    },
    new_link: {
      subject: () => 'Nový odkaz na vaši rezervaci',
      heading: () => 'Tady je váš nový odkaz',
      intro: () =>
        'Posíláme nový odkaz, kterým rezervaci zobrazíte, přesunete nebo zrušíte. Dřívější odkazy už nefungují.',
      action: 'Otevřít rezervaci',
    },
  },
  labels: {
    when: 'Kdy',
    before: 'Předtím',
    session: 'Sezení',
    with: 'S kým',
    meeting: 'Schůzka',
    place: 'Místo',
    price: 'Cena',
    refund: 'Vrácení peněz',
    reason: 'Důvod',
    notes: 'Zpráva',
    others: 'Účastní se také',
  },
  noRefund: 'Žádné: zrušeno později, než dovolují pravidla kouče',
  minutes: (count) => `${count} min`,
  manage: 'Přesunout nebo zrušit',
  answer: 'Odpovědět na žádost',
  open: 'Otevřít vaše sezení',
  join: 'Připojit se ke schůzce',
  why: {
    client: 'Tento e-mail dostáváte, protože s touto adresou bylo rezervováno sezení.',
    coach: 'Tento e-mail dostáváte, protože si u vás klienti mohou rezervovat sezení.',
    account: 'Tento e-mail dostáváte, protože byla tato adresa zadána na našem webu.',
  },
  notYou: 'Pokud to nebyla vaše žádost, nemusíte nic dělat.',
  unsubscribe: 'Už nedostávat připomenutí',
  pages: {
    unsubscribe: {
      title: 'Připomenutí',
      question: 'Nechcete už dostávat připomenutí svých sezení?',
      button: 'Už nedostávat připomenutí',
      done: 'Hotovo: připomenutí už nebudou chodit.',
    },
    confirm: {
      title: 'Vaše e-mailová adresa',
      question: 'Je tato adresa vaše? Pak ji potvrďte.',
      button: 'Potvrdit adresu',
      done: 'Hotovo: adresa je potvrzená. Můžete se s ní přihlásit.',
    },
    password: {
      title: 'Nové heslo',
      question: 'Zvolte nové heslo.',
      label: 'Nové heslo (alespoň 8 znaků)',
      button: 'Uložit heslo',
      done: 'Hotovo: přihlaste se novým heslem.',
    },
    gone: {
      title: 'Tento odkaz už nefunguje',
      gone: 'Už byl použit nebo je příliš starý. O nový požádejte tam, kde se přihlašujete.',
    },
  },
};
