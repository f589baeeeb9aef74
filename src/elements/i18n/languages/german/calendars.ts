import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('de');

/** German: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> braucht ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> muss eine Adresse mit demselben Ursprung wie diese Seite sein.`,
    title: 'Ihre Kalender',
    intro: {
      client: 'Verbinden Sie einen Kalender, und Ihre bestätigten Termine erscheinen darin.',
      coach:
        'Verbinden Sie einen Kalender, und bestätigte Termine erscheinen darin. Zeiten, die dort belegt sind, werden nicht mehr angeboten.',
    },
    provider: { google: 'Google Kalender', outlook: 'Outlook' },
    loading: 'Ihre Kalender werden geladen',
    signIn: 'Melden Sie sich an, um Ihren Kalender zu verbinden.',
    signInToFinish: (provider) => `Melden Sie sich noch einmal an, um die Verbindung mit ${provider} abzuschließen.`,
    signInElsewhere: 'Melden Sie sich auf dieser Seite an, um Ihren Kalender zu verbinden.',
    unsupported: 'Dieser Dienst verbindet keine Kalender.',
    noneConfigured:
      'Google Kalender und Outlook können hier nicht verbunden werden: Der Dienst hat sie nicht eingerichtet.',
    notConfigured: 'Kann hier nicht verbunden werden: Der Dienst hat das nicht eingerichtet.',
    notConnected: 'Nicht verbunden',
    connected: 'Verbunden',
    connectedAs: (account) => `Verbunden als ${account}`,
    reconnectNeeded: 'Muss neu verbunden werden',
    lastSync: (dayAndTime) => `Zuletzt aktualisiert: ${dayAndTime}`,
    neverSynced: 'Ab jetzt werden Termine eingetragen, sobald sie bestätigt sind.',
    lastError: (detail) => `Die letzte Aktualisierung ist fehlgeschlagen: ${detail}`,
    connect: 'Verbinden',
    reconnect: 'Neu verbinden',
    disconnect: 'Trennen',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Wird geöffnet…',
    openingWindow: (provider) => `${provider} wird geöffnet…`,
    waiting: (provider) => `Fahren Sie im Fenster von ${provider} fort.`,
    showWindow: 'Fenster zeigen',
    stopWaiting: 'Abbrechen',
    finishing: 'Wird verbunden…',
    disconnecting: 'Wird getrennt…',
    disconnectQuestion: (provider) => `${provider} trennen?`,
    disconnectMeans: {
      client: 'Termine, die darin stehen, bleiben. Spätere Änderungen kommen dort nicht mehr an.',
      coach:
        'Termine, die darin stehen, bleiben. Spätere Änderungen kommen dort nicht mehr an, und Zeiten, die dort belegt sind, werden wieder angeboten.',
    },
    keep: 'Behalten',
    nowConnected: (provider) => `${provider} ist verbunden.`,
    nowDisconnected: (provider) => `${provider} ist getrennt.`,
    failure: {
      denied: (provider) =>
        `${provider} wurde nicht verbunden, weil der Zugriff nicht erlaubt wurde. Verbinden Sie noch einmal, um ihn zu erlauben.`,
      closed: (provider) =>
        `${provider} wurde nicht verbunden, weil das Fenster geschlossen wurde. Verbinden Sie noch einmal, um fortzufahren.`,
      late: (provider) => `${provider} wurde nicht verbunden, weil die Antwort zu spät kam. Verbinden Sie noch einmal.`,
      blocked: (provider) =>
        `Der Browser hat das Fenster von ${provider} blockiert. Erlauben Sie Pop-ups für diese Seite und verbinden Sie noch einmal.`,
      refused: (provider) => `${provider} hat die Verbindung nicht erlaubt. Versuchen Sie es noch einmal.`,
    },
    redirectNotAllowed: (address) =>
      `Der Dienst kennt diese Seite nicht. Wer ihn betreibt, muss ${address} als Weiterleitungsadresse erlauben.`,
    problems: {
      offline: 'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
      timeout: 'Es kam rechtzeitig keine Antwort. Versuchen Sie es noch einmal.',
      'rate-limited': 'Es gab zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es noch einmal.',
      server: 'Der Dienst hat ein Problem. Versuchen Sie es gleich noch einmal.',
      unreadable: 'Die Antwort des Dienstes ist nicht lesbar. Versuchen Sie es später noch einmal.',
    },
    tryAgain: 'Noch einmal versuchen',
    dismiss: 'Schließen',
    feedTitle: 'Andere Kalender',
    feedHelp: 'Abonnieren Sie diese Adresse in Ihrer Kalender-App. Sie aktualisiert sich von selbst.',
    feedAddress: 'Ihre private Adresse',
    feedSecret: 'Wer diese Adresse hat, kann Ihre Termine lesen. Geben Sie sie an niemanden weiter.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyByHand: 'Die Adresse ist markiert: Kopieren Sie sie mit der Tastatur.',
    openFeed: 'In einer Kalender-App öffnen',
    reset: 'Private Adresse ersetzen',
    resetQuestion: 'Die private Adresse ersetzen?',
    resetMeans: 'Die jetzige gilt sofort nicht mehr. Kalender, die sie abonnieren, brauchen die neue.',
    resetNow: 'Jetzt ersetzen',
    resetting: 'Wird ersetzt…',
    wasReset: 'Die Adresse ist ersetzt. Die alte gilt nicht mehr.',
    feedFailed: 'Die Adresse konnte nicht geladen werden.',
    handingOver: 'Wird verbunden…',
    handedOver: 'Fertig. Sie können dieses Fenster schließen.',
  },
  visitorCalendar: {
    compare: 'Mit Ihrem Kalender vergleichen',
    another: 'Mit einem weiteren Kalender vergleichen',
    title: 'Mit Ihrem Kalender vergleichen',
    help: 'Zeiten, zu denen Sie etwas anderes vorhaben, werden markiert.',
    choose: 'Kalenderdatei wählen',
    dropHere: 'Datei hier ablegen',
    orDrop: 'Eine .ics-Datei, die Sie aus Ihrem Kalender exportiert haben. Sie können sie auch hier ablegen.',
    stays: 'Sie wird auf dieser Seite gelesen und nirgendwohin gesendet.',
    reading: (name) => `${name} wird gelesen…`,
    stop: 'Lesen abbrechen',
    failed: {
      'not-a-calendar': (name) =>
        `${name} ist keine Kalenderdatei. Exportieren Sie Ihren Kalender als .ics-Datei und wählen Sie diese.`,
      'too-large': (name) => `${name} ist größer als 20 MB. Exportieren Sie einen kürzeren Zeitraum.`,
      'too-slow': (name) => `Es dauert zu lange, ${name} zu lesen. Exportieren Sie einen kürzeren Zeitraum.`,
      unreadable: (name) => `${name} konnte nicht gelesen werden. Wählen Sie die Datei noch einmal.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Ein Eintrag darin konnte nicht gelesen werden und wird nicht verglichen.',
        other: `${n} Einträge darin konnten nicht gelesen werden und werden nicht verglichen.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Ein Eintrag darin hat eine Zeitzone, die hier nicht bekannt ist: Die Zeit kann falsch sein.',
        other: `${n} Einträge darin haben Zeitzonen, die hier nicht bekannt sind: Die Zeiten können falsch sein.`,
      })),
    connected: 'Ihren verbundenen Kalendern',
    useConnected: 'Ihre verbundenen Kalender verwenden',
    connect: 'Google oder Outlook verbinden',
    loading: 'Ihre Kalender werden abgefragt…',
    accountFailed: 'Ihre Kalender konnten nicht abgefragt werden. Versuchen Sie es noch einmal.',
    unsupported: 'Verbundene Kalender können hier nicht verglichen werden. Wählen Sie stattdessen eine Datei.',
    busy: 'Bei Ihnen belegt',
    clashes: (count, of) =>
      count === 0
        ? 'Zu diesen Zeiten haben Sie nichts anderes vor.'
        : plural(count, (n) => ({
            one: `Zu ${n} dieser ${of} Zeiten haben Sie etwas anderes vor. Sie können sie trotzdem wählen.`,
            other: `Zu ${n} dieser ${of} Zeiten haben Sie etwas anderes vor. Sie können sie trotzdem wählen.`,
          })),
    from: (name) => `Verglichen mit ${name}`,
    remove: (name) => `Nicht mehr mit ${name} vergleichen`,
    removed: 'Wird nicht mehr verglichen.',
    close: 'Schließen',
  },
};
