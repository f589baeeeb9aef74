import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('pl');

/** Polish: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> wymaga ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> musi być adresem z tego samego źródła co ta strona.`,
    title: 'Twoje kalendarze',
    intro: {
      client: 'Połącz kalendarz, a pojawią się w nim twoje potwierdzone sesje.',
      coach: 'Połącz kalendarz, a pojawią się w nim potwierdzone sesje. Zajęte w nim godziny nie będą już oferowane.',
    },
    provider: { google: 'Kalendarz Google', outlook: 'Outlook' },
    loading: 'Wczytywanie kalendarzy',
    signIn: 'Zaloguj się, aby połączyć kalendarz.',
    signInToFinish: (provider) => `Zaloguj się jeszcze raz, aby dokończyć łączenie: ${provider}.`,
    signInElsewhere: 'Zaloguj się na tej stronie, aby połączyć kalendarz.',
    unsupported: 'Ta usługa nie łączy kalendarzy.',
    noneConfigured: 'Kalendarza Google ani Outlooka nie można tu połączyć: nie skonfigurowano ich w usłudze.',
    notConfigured: 'Nie można tu połączyć: nie skonfigurowano tego w usłudze.',
    notConnected: 'Niepołączony',
    connected: 'Połączony',
    connectedAs: (account) => `Połączony jako ${account}`,
    reconnectNeeded: 'Trzeba połączyć ponownie',
    lastSync: (dayAndTime) => `Ostatnia aktualizacja: ${dayAndTime}`,
    neverSynced: 'Od teraz sesje trafiają do niego po potwierdzeniu.',
    lastError: (detail) => `Ostatnia aktualizacja się nie powiodła: ${detail}`,
    connect: 'Połącz',
    reconnect: 'Połącz ponownie',
    disconnect: 'Odłącz',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Otwieranie…',
    openingWindow: (provider) => `Otwieranie: ${provider}…`,
    waiting: (provider) => `Kontynuuj w otwartym oknie: ${provider}.`,
    showWindow: 'Pokaż okno',
    stopWaiting: 'Przerwij',
    finishing: 'Łączenie…',
    disconnecting: 'Odłączanie…',
    disconnectQuestion: (provider) => `Odłączyć ${provider}?`,
    disconnectMeans: {
      client: 'Sesje, które już w nim są, pozostaną. Późniejsze zmiany już do niego nie trafią.',
      coach:
        'Sesje, które już w nim są, pozostaną. Późniejsze zmiany już do niego nie trafią, a zajęte w nim godziny będą znów oferowane.',
    },
    keep: 'Zachowaj',
    nowConnected: (provider) => `Połączono: ${provider}.`,
    nowDisconnected: (provider) => `Odłączono: ${provider}.`,
    failure: {
      denied: (provider) =>
        `${provider}: nie połączono, ponieważ nie zezwolono na dostęp. Połącz ponownie, aby zezwolić.`,
      closed: (provider) => `${provider}: nie połączono, ponieważ okno zostało zamknięte. Połącz ponownie.`,
      late: (provider) => `${provider}: nie połączono, ponieważ odpowiedź nadeszła za późno. Połącz ponownie.`,
      blocked: (provider) =>
        `${provider}: przeglądarka zablokowała okno. Zezwól tej stronie na wyskakujące okna i połącz ponownie.`,
      refused: (provider) => `${provider}: odmowa połączenia. Spróbuj ponownie.`,
    },
    redirectNotAllowed: (address) =>
      `Usługa nie zna tej strony. Administrator musi zezwolić na ${address} jako adres powrotu.`,
    problems: {
      offline: 'Usługa nie odpowiada. Sprawdź połączenie z internetem i spróbuj ponownie.',
      timeout: 'Odpowiedź nie nadeszła na czas. Spróbuj ponownie.',
      'rate-limited': 'Zbyt wiele żądań. Poczekaj chwilę i spróbuj ponownie.',
      server: 'W usłudze wystąpił problem. Spróbuj ponownie za chwilę.',
      unreadable: 'Nie da się odczytać odpowiedzi usługi. Spróbuj później.',
    },
    tryAgain: 'Spróbuj ponownie',
    dismiss: 'Zamknij',
    feedTitle: 'Inny kalendarz',
    feedHelp: 'Zasubskrybuj ten adres w swojej aplikacji kalendarza. Aktualizuje się sam.',
    feedAddress: 'Twój prywatny adres',
    feedSecret: 'Kto ma ten adres, może czytać twoje sesje. Nikomu go nie udostępniaj.',
    copy: 'Kopiuj',
    copied: 'Skopiowano',
    copyByHand: 'Adres jest zaznaczony: skopiuj go za pomocą klawiatury.',
    openFeed: 'Otwórz w aplikacji kalendarza',
    reset: 'Wymień prywatny adres',
    resetQuestion: 'Wymienić prywatny adres?',
    resetMeans: 'Obecny od razu przestanie działać. Kalendarze, które go subskrybują, będą potrzebować nowego.',
    resetNow: 'Wymień teraz',
    resetting: 'Wymienianie…',
    wasReset: 'Adres wymieniono. Stary już nie działa.',
    feedFailed: 'Nie udało się wczytać adresu.',
    handingOver: 'Łączenie…',
    handedOver: 'Gotowe. Możesz zamknąć to okno.',
  },
  visitorCalendar: {
    compare: 'Porównaj ze swoim kalendarzem',
    another: 'Porównaj z innym kalendarzem',
    title: 'Porównaj ze swoim kalendarzem',
    help: 'Terminy, w których masz inne plany, są oznaczone.',
    choose: 'Wybierz plik kalendarza',
    dropHere: 'Upuść plik tutaj',
    orDrop: 'Plik .ics wyeksportowany z twojego kalendarza. Możesz go też tutaj upuścić.',
    stays: 'Jest odczytywany na tej stronie i nigdzie nie jest wysyłany.',
    reading: (name) => `Odczytywanie pliku ${name}…`,
    stop: 'Przerwij odczytywanie',
    failed: {
      'not-a-calendar': (name) =>
        `${name} to nie plik kalendarza. Wyeksportuj kalendarz jako plik .ics i wybierz ten plik.`,
      'too-large': (name) => `${name} ma więcej niż 20 MB. Wyeksportuj krótszy okres.`,
      'too-slow': (name) => `Odczytywanie pliku ${name} trwa zbyt długo. Wyeksportuj krótszy okres.`,
      unreadable: (name) => `Nie udało się odczytać pliku ${name}. Wybierz go ponownie.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Jednego wydarzenia z pliku nie udało się odczytać i porównać.',
        few: `${n} wydarzeń z pliku nie udało się odczytać i porównać.`,
        many: `${n} wydarzeń z pliku nie udało się odczytać i porównać.`,
        other: `${n} wydarzenia z pliku nie udało się odczytać i porównać.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Jedno wydarzenie z pliku ma nieznaną tu strefę czasową: jego godzina może być błędna.',
        few: `${n} wydarzenia z pliku mają nieznane tu strefy czasowe: ich godziny mogą być błędne.`,
        many: `${n} wydarzeń z pliku ma nieznane tu strefy czasowe: ich godziny mogą być błędne.`,
        other: `${n} wydarzenia z pliku ma nieznane tu strefy czasowe: ich godziny mogą być błędne.`,
      })),
    connected: 'twoje połączone kalendarze',
    useConnected: 'Użyj połączonych kalendarzy',
    connect: 'Połącz Google lub Outlook',
    loading: 'Sprawdzanie kalendarzy…',
    accountFailed: 'Nie udało się sprawdzić kalendarzy. Spróbuj ponownie.',
    unsupported: 'Połączonych kalendarzy nie można tu porównać. Wybierz plik.',
    busy: 'Masz inne plany',
    clashes: (count, of) =>
      count === 0
        ? 'W tych terminach nie masz innych planów.'
        : plural(count, (n) => ({
            one: `Kolizje z twoim kalendarzem: ${n} na ${of}. Mimo to możesz wybrać ten termin.`,
            few: `Kolizje z twoim kalendarzem: ${n} na ${of}. Mimo to możesz wybrać te terminy.`,
            many: `Kolizje z twoim kalendarzem: ${n} na ${of}. Mimo to możesz wybrać te terminy.`,
            other: `Kolizje z twoim kalendarzem: ${n} na ${of}. Mimo to możesz wybrać te terminy.`,
          })),
    from: (name) => `Porównano: ${name}`,
    remove: (name) => `Przestań porównywać: ${name}`,
    removed: 'Porównywanie zakończone.',
    close: 'Zamknij',
  },
};
