import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('de');

/** German: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Bezahlen Sie, um diese Zeit zu buchen',
    total: 'Gesamt',
    when: 'Wann',
    heldUntil: (time) => `Für Sie freigehalten bis ${time}`,
    left: (clock) => `noch ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Die Zeit wird noch eine Minute freigehalten',
        other: `Die Zeit wird noch ${n} Minuten freigehalten`,
      })),
    holdLonger: 'Länger freihalten',
    pay: (amount) => `${amount} bezahlen`,
    opening: 'Die Bezahlseite wird geöffnet',
    otherTime: 'Andere Zeit wählen',
    notPaid: 'Nicht bezahlt',
    stillHeld:
      'Es wurde nichts abgebucht. Ihre Zeit und Ihre Angaben bleiben erhalten, solange die Zeit freigehalten wird.',
    processing: 'Ihre Zahlung wird bearbeitet',
    processingHelp: 'Das dauert meist einige Sekunden. Sie müssen nicht auf dieser Seite bleiben.',
    later: 'Die Zahlung ist noch nicht bei uns angekommen',
    laterHelp: 'Sobald sie da ist, ist Ihr Termin gebucht. Sie können diese Seite schließen.',
    lookAgain: 'Noch einmal nachsehen',
    expired: 'Die Zeit wird nicht mehr freigehalten',
    expiredHelp: 'Sie wurde nicht rechtzeitig bezahlt, und es wurde nichts abgebucht. Vielleicht ist sie noch frei.',
    cancelled: 'Dieser Termin ist abgesagt',
    returned: 'Die Zeit wurde vergeben, bevor die Zahlung ankam',
    returnedHelp: (amount) => `${amount} gehen innerhalb weniger Tage auf die Karte zurück, mit der Sie bezahlt haben.`,
    chooseAgain: 'Zeit wählen',
    paid: (amount) => `${amount} bezahlt`,
    failed:
      'Die Bezahlseite konnte nicht geöffnet werden. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.',
    offline: 'Sie sind offline. Es wurde nichts abgebucht.',
    notConfigured: 'Das kann nur beim Termin bezahlt werden.',
    unknown: 'Ihre Buchung konnte nicht geladen werden',
    unknownHelp:
      'Falls Sie bezahlt haben, ist die Zahlung sicher. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
    loading: 'Ihre Buchung wird geladen',
    tryAgain: 'Noch einmal versuchen',
    refundFull: (until) => `Sagen Sie bis ${until} ab und erhalten Sie alles zurück.`,
    refundPart: (percent, until) => `Danach ${percent} % bis ${until}.`,
    refundNone: 'Spätere Absagen werden nicht erstattet.',
  },
  sessionTypes: {
    title: 'Was möchten Sie buchen?',
    minutes: (count) => `${count} Min.`,
    free: 'Kostenlos',
    payAtSession: 'Zahlung beim Termin',
    confirmedByCoach: 'Der Coach bestätigt',
    place: { video: 'Videoanruf', phone: 'Telefon', place: 'Vor Ort', link: 'Online' },
    allBack: (span) =>
      span
        ? `Sagen Sie bis ${span} vor Beginn ab und erhalten Sie alles zurück.`
        : 'Sagen Sie vor Beginn ab und erhalten Sie alles zurück.',
    partBack: (percent, span) => (span ? `Bis ${span} vorher ${percent} %.` : `Danach ${percent} %.`),
    change: 'Ändern',
    loading: 'Das Angebot wird geladen',
    failed:
      'Das Angebot konnte nicht geladen werden. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
    tryAgain: 'Noch einmal versuchen',
    none: 'Zurzeit kann nichts gebucht werden.',
  },
};
