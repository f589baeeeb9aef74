import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('pl');

/** Polish: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Zapłać, aby zarezerwować ten termin',
    total: 'Razem',
    when: 'Kiedy',
    heldUntil: (time) => `Zablokowany dla ciebie do ${time}`,
    left: (clock) => `zostało ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Termin jest zablokowany jeszcze przez minutę',
        few: `Termin jest zablokowany jeszcze przez ${n} minuty`,
        many: `Termin jest zablokowany jeszcze przez ${n} minut`,
        other: `Termin jest zablokowany jeszcze przez ${n} minuty`,
      })),
    holdLonger: 'Przedłuż blokadę',
    pay: (amount) => `Zapłać ${amount}`,
    opening: 'Otwieranie strony płatności',
    otherTime: 'Wybierz inny termin',
    notPaid: 'Nie zapłacono',
    stillHeld: 'Niczego nie pobrano. Termin i twoje dane są zachowane do końca blokady.',
    processing: 'Płatność jest przetwarzana',
    processingHelp: 'Zwykle trwa to kilka sekund. Nie musisz zostawać na tej stronie.',
    later: 'Płatność jeszcze do nas nie dotarła',
    laterHelp: 'Gdy tylko dotrze, sesja będzie zarezerwowana. Możesz zamknąć tę stronę.',
    lookAgain: 'Sprawdź ponownie',
    expired: 'Termin nie jest już zablokowany',
    expiredHelp: 'Nie zapłacono na czas i niczego nie pobrano. Termin może być nadal wolny.',
    cancelled: 'Ta sesja jest odwołana',
    returned: 'Termin zajęto, zanim dotarła płatność',
    returnedHelp: (amount) => `W ciągu kilku dni na kartę użytą do płatności wróci ${amount}.`,
    chooseAgain: 'Wybierz termin',
    paid: (amount) => `Zapłacono ${amount}`,
    failed: 'Nie udało się otworzyć strony płatności. Niczego nie pobrano. Spróbuj ponownie za chwilę.',
    offline: 'Brak połączenia z internetem. Niczego nie pobrano.',
    notConfigured: 'Zapłacić można tylko na sesji.',
    unknown: 'Nie udało się wczytać rezerwacji',
    unknownHelp: 'Jeśli zapłacono, płatność jest bezpieczna. Sprawdź połączenie z internetem i spróbuj ponownie.',
    loading: 'Wczytywanie rezerwacji',
    tryAgain: 'Spróbuj ponownie',
    refundFull: (until) => `Pełny zwrot przy odwołaniu do: ${until}.`,
    refundPart: (percent, until) => `Potem ${percent}% do: ${until}.`,
    refundNone: 'Przy późniejszym odwołaniu nie ma zwrotu.',
  },
  sessionTypes: {
    title: 'Co chcesz zarezerwować?',
    minutes: (count) => `${count} min`,
    free: 'Bezpłatnie',
    payAtSession: 'Płatność na sesji',
    confirmedByCoach: 'Potwierdza coach',
    place: { video: 'Rozmowa wideo', phone: 'Telefon', place: 'Stacjonarnie', link: 'Online' },
    allBack: (span) =>
      span
        ? `Pełny zwrot przy odwołaniu z wyprzedzeniem co najmniej: ${span}.`
        : 'Pełny zwrot przy odwołaniu przed początkiem.',
    partBack: (percent, span) => (span ? `Zwrot ${percent}% przy wyprzedzeniu: ${span}.` : `Potem zwrot ${percent}%.`),
    change: 'Zmień',
    loading: 'Wczytywanie rodzajów sesji',
    failed: 'Nie udało się wczytać rodzajów sesji. Sprawdź połączenie z internetem i spróbuj ponownie.',
    tryAgain: 'Spróbuj ponownie',
    none: 'Obecnie nie można niczego zarezerwować.',
  },
};
